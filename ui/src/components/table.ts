// Columns of a `DataTable`.

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly text: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** A CSS grid track; equal shares without one. */
  readonly width?: string;
}
