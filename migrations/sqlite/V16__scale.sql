-- Indexes for a shop with years behind it. Each answers a question that read a whole table or chain before; none is
-- written by a scan, and a sale writes one of them (document_by_minute).

-- Hours alone: a search for hours in which nothing was ever sold ends at once.
CREATE INDEX document_by_minute ON document (minute, at_ms);

-- The journal by time, and by kind of event: the chain of a workstation holds its events alone, but years of them.
CREATE INDEX fiscal_record_event ON fiscal_record (terminal_id, ts_utc) WHERE chain = 'JET';
CREATE INDEX fiscal_record_event_kind ON fiscal_record (terminal_id, kind, ts_utc) WHERE chain = 'JET';
-- Duplicates of a document.
CREATE INDEX fiscal_record_duplicate ON fiscal_record (json_extract(payload, '$.original_number'), terminal_id) WHERE chain = 'DUPLICATA';

-- Closed shifts, and those whose drawer was wrong.
CREATE INDEX shift_closed ON shift (closed_ms, number) WHERE closed_ms IS NOT NULL;

-- The next number of a customer or an article.
CREATE INDEX customer_number ON customer (CAST(substr(code, 2) AS INTEGER)) WHERE code GLOB 'C[0-9]*';
CREATE INDEX article_number ON article (CAST(code AS INTEGER))
  WHERE code GLOB '[0-9]*' AND code NOT GLOB '*[^0-9]*' AND length(code) < 9;

-- Print jobs of a workstation, and those to forget when the program starts.
CREATE INDEX print_job_by_workstation ON print_job (workstation_id, created_ms);
CREATE INDEX print_job_finished ON print_job (updated_ms) WHERE state IN ('done', 'cancelled');
