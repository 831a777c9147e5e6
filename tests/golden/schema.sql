CREATE INDEX account_entry_alone ON account_entry (at_ms) WHERE document_id IS NULL;
CREATE INDEX account_entry_by_customer ON account_entry (customer_id, at_ms);
CREATE INDEX account_entry_by_document ON account_entry (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX accounting_line_by_batch ON accounting_line (batch_id, entry, n);
CREATE INDEX accounting_line_by_day ON accounting_line (day, role);
CREATE INDEX archive_copy_due ON archive_copy (next_ms) WHERE state <> 'done';
CREATE INDEX archive_file_due ON archive_file (next_ms) WHERE state <> 'ready';
CREATE INDEX article_barcode_by_article ON article_barcode (n);
CREATE INDEX article_code ON article (code);
CREATE INDEX article_department ON article (department_id, name_fold);
CREATE INDEX article_name ON article (name_fold);
CREATE INDEX article_number ON article (CAST(code AS INTEGER))
  WHERE code GLOB '[0-9]*' AND code NOT GLOB '*[^0-9]*' AND length(code) < 9;
CREATE INDEX backup_run_by_place ON backup_run (place, at_ms);
CREATE UNIQUE INDEX cart_open ON cart (workstation_id) WHERE state = 'open';
CREATE INDEX cart_parked ON cart (parked_ms, id) WHERE state = 'parked';
CREATE INDEX cash_movement_by_shift ON cash_movement (shift_id, at_ms);
CREATE INDEX closing_by_archive ON closing (terminal_id, archive_seq);
CREATE INDEX closing_by_moment ON closing (closed_ms);
CREATE INDEX customer_name ON customer (name_fold);
CREATE INDEX customer_number ON customer (CAST(substr(code, 2) AS INTEGER)) WHERE code GLOB 'C[0-9]*';
CREATE INDEX document_by_customer ON document (customer_id, at_ms) WHERE customer_id IS NOT NULL;
CREATE INDEX document_by_end ON document (substr(number, -3), at_ms);
CREATE INDEX document_by_minute ON document (minute, at_ms);
CREATE INDEX document_by_origin ON document (origin_id, at_ms) WHERE origin_id IS NOT NULL;
CREATE INDEX document_by_shift ON document (shift_id, at_ms);
CREATE INDEX document_by_time ON document (at_ms, minute);
CREATE INDEX document_by_user ON document (user_id, at_ms, minute, workstation_id);
CREATE INDEX document_by_workstation ON document (workstation_id, at_ms, minute);
CREATE INDEX document_sent_by_document ON document_sent (document_id);
CREATE INDEX ereport_by_period ON ereport (from_day, to_day, number);
CREATE INDEX fiscal_record_duplicate ON fiscal_record (json_extract(payload, '$.original_number'), terminal_id) WHERE chain = 'DUPLICATA';
CREATE INDEX fiscal_record_event ON fiscal_record (terminal_id, ts_utc) WHERE chain = 'JET';
CREATE INDEX fiscal_record_event_kind ON fiscal_record (terminal_id, kind, ts_utc) WHERE chain = 'JET';
CREATE INDEX mail_job_by_document ON mail_job (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX mail_job_waiting ON mail_job (next_ms) WHERE state IN ('queued', 'sending', 'blocked');
CREATE INDEX missing_article_waiting ON missing_article (at_ms, id) WHERE settled_ms IS NULL;
CREATE INDEX op_master ON op (kind, dv, dseq) WHERE st = 1;
CREATE INDEX op_unconfirmed ON op (st, kind, dv, dseq) WHERE sseq IS NULL;
CREATE INDEX payment_by_card ON payment (card_last4, document_id) WHERE card_last4 IS NOT NULL;
CREATE INDEX payment_by_document ON payment (document_id);
CREATE INDEX payment_correction_by_document ON payment_correction (document_id);
CREATE INDEX payment_correction_by_shift ON payment_correction (shift_id);
CREATE INDEX payment_correction_by_time ON payment_correction (at_ms);
CREATE INDEX print_job_by_document ON print_job (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX print_job_by_shift ON print_job (shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX print_job_by_workstation ON print_job (workstation_id, created_ms);
CREATE INDEX print_job_finished ON print_job (updated_ms) WHERE state IN ('done', 'cancelled');
CREATE INDEX print_job_waiting ON print_job (workstation_id, created_ms, id) WHERE state IN ('queued', 'sending', 'blocked', 'unconfirmed');
CREATE INDEX promotion_by_last_day ON promotion (last_day);
CREATE INDEX shelf_label_wrong ON shelf_label (at_ms, id) WHERE done_ms IS NULL;
CREATE INDEX shift_by_time ON shift (opened_ms);
CREATE INDEX shift_closed ON shift (closed_ms, number) WHERE closed_ms IS NOT NULL;
CREATE UNIQUE INDEX shift_open ON shift (workstation_id) WHERE closed_ms IS NULL;
CREATE INDEX tax_rate_by_tax ON tax_rate (tax_id, valid_from);
CREATE INDEX trading_day_method_open ON trading_day_method (terminal_id, day) WHERE closing = 0;
CREATE INDEX trading_day_open ON trading_day (terminal_id, day) WHERE closing = 0;
CREATE INDEX trading_day_tax_open ON trading_day_tax (terminal_id, day) WHERE closing = 0;
CREATE TABLE account_entry (
  dv INTEGER NOT NULL, dseq INTEGER NOT NULL, line INTEGER NOT NULL, customer_id BLOB NOT NULL, document_id BLOB, amount INTEGER NOT NULL,
  at_ms INTEGER NOT NULL, side TEXT NOT NULL DEFAULT 'due' CHECK (side IN ('due', 'credit')), label TEXT NOT NULL DEFAULT '', shift_id BLOB, method_id BLOB, correction INTEGER NOT NULL DEFAULT 0 CHECK (correction IN (0, 1)), PRIMARY KEY (dv, dseq, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE accounting_batch (
  id BLOB PRIMARY KEY, number INTEGER NOT NULL UNIQUE, from_day TEXT NOT NULL, to_day TEXT NOT NULL, siren TEXT NOT NULL,
  sha256 TEXT NOT NULL,               -- of the FEC
  user_id BLOB NOT NULL, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE accounting_day (day TEXT PRIMARY KEY, batch_id BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE accounting_line (
  entry INTEGER NOT NULL,             -- continuous over all exports
  n INTEGER NOT NULL, batch_id BLOB NOT NULL, journal TEXT NOT NULL, journal_label TEXT NOT NULL, day TEXT NOT NULL, workstation_id BLOB,
  piece TEXT NOT NULL, account TEXT NOT NULL, account_label TEXT NOT NULL, auxiliary TEXT NOT NULL, auxiliary_label TEXT NOT NULL,
  label TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('money', 'customer', 'sales', 'tax', 'difference')),
  debit INTEGER NOT NULL CHECK (debit >= 0), credit INTEGER NOT NULL CHECK (credit >= 0),
  PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE anchored (
  terminal_id TEXT PRIMARY KEY, since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE archive_copy (
  number TEXT NOT NULL, folder TEXT NOT NULL, state TEXT NOT NULL, problem TEXT, attempts INTEGER NOT NULL DEFAULT 0,
  next_ms INTEGER NOT NULL, PRIMARY KEY (number, folder)
) STRICT, WITHOUT ROWID;
CREATE TABLE archive_file (
  number TEXT PRIMARY KEY, state TEXT NOT NULL, problem TEXT, attempts INTEGER NOT NULL DEFAULT 0, next_ms INTEGER NOT NULL,
  findings INTEGER NOT NULL DEFAULT 0, name TEXT, bytes INTEGER, sha256 TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE archive_folder (id INTEGER PRIMARY KEY CHECK (id = 1), second TEXT NOT NULL) STRICT;
CREATE TABLE archive_request (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, user_id BLOB, approved_by BLOB, problem TEXT, next_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE article (
  n INTEGER PRIMARY KEY,            -- local number that joins the search index
  id BLOB NOT NULL UNIQUE,
  code TEXT, name TEXT, unit TEXT, unit_price INTEGER, tax_category_id BLOB, department_id BLOB, barcodes TEXT,
  stocked INTEGER, durable INTEGER, active INTEGER,
  name_fold TEXT,                   -- derived from name
  clk TEXT NOT NULL
, on_site_tax_category_id BLOB, delivered_tax_category_id BLOB, list_prices TEXT, next_price INTEGER, next_price_from TEXT) STRICT;
CREATE TABLE article_barcode (code TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (code, n)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE article_search USING fts5 (text, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram case_sensitive 1');
CREATE TABLE backup_drill (
  at_ms INTEGER PRIMARY KEY, name TEXT NOT NULL, tickets INTEGER NOT NULL, records INTEGER NOT NULL, total INTEGER NOT NULL,
  missing INTEGER NOT NULL, problem TEXT, detail TEXT NOT NULL, took_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE backup_run (
  at_ms INTEGER NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, bytes INTEGER NOT NULL, tickets INTEGER NOT NULL,
  dseq INTEGER NOT NULL, took_ms INTEGER NOT NULL, problem TEXT,
  PRIMARY KEY (at_ms, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE backup_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1), second TEXT NOT NULL, every_min INTEGER NOT NULL, daily_min INTEGER NOT NULL,
  encrypted INTEGER NOT NULL
) STRICT;
CREATE TABLE cart (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL,  -- where it is, or where it was parked
  state TEXT NOT NULL CHECK (state IN ('open', 'parked', 'validated', 'abandoned')), revision INTEGER NOT NULL, opened_ms INTEGER NOT NULL,
  label TEXT, parked_by BLOB, parked_ms INTEGER,
  CHECK ((state = 'parked') = (parked_ms IS NOT NULL AND parked_by IS NOT NULL AND label IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE cart_change (
  cart_id BLOB NOT NULL, seq INTEGER NOT NULL, at_ms INTEGER NOT NULL, user_id BLOB NOT NULL, change TEXT NOT NULL, PRIMARY KEY (cart_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE cash_movement (
  id BLOB PRIMARY KEY, shift_id BLOB NOT NULL, user_id BLOB NOT NULL, at_ms INTEGER NOT NULL, amount INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'drawer')), reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE clock_acceptance (
  terminal_id TEXT NOT NULL, global_seq INTEGER NOT NULL, event INTEGER NOT NULL CHECK (event IN (930, 931)),
  at_ms INTEGER NOT NULL, user_id BLOB NOT NULL, PRIMARY KEY (terminal_id, global_seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE closing (
  id BLOB PRIMARY KEY, terminal_id TEXT NOT NULL, scope TEXT NOT NULL CHECK (scope IN ('JOUR','MOIS','EXERCICE')),
  period_key TEXT NOT NULL, number INTEGER NOT NULL, period_from TEXT NOT NULL, period_to TEXT NOT NULL, closed_ms INTEGER NOT NULL,
  user_id BLOB, tickets INTEGER NOT NULL, total INTEGER NOT NULL, gtp_real_cents INTEGER NOT NULL, gtp_abs_cents INTEGER NOT NULL,
  gt_seq INTEGER NOT NULL, archive_seq INTEGER NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, link_global TEXT NOT NULL,
  anomaly INTEGER NOT NULL, extract TEXT NOT NULL,
  UNIQUE (terminal_id, scope, period_key), UNIQUE (terminal_id, scope, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE computer (id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE courier (id BLOB PRIMARY KEY, name TEXT, active INTEGER, clk TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE customer (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  code TEXT, name TEXT, phone TEXT, email TEXT, address TEXT, postcode TEXT, city TEXT, professional INTEGER,
  active INTEGER,
  name_fold TEXT,                   -- derived from name, phone and code
  clk TEXT NOT NULL
, blocked INTEGER, price_list_id BLOB, country TEXT, siren TEXT, siret TEXT, vat_number TEXT, before_tax INTEGER, exemption TEXT, language TEXT, representative_id BLOB, neq TEXT, note TEXT) STRICT;
CREATE VIRTUAL TABLE customer_search USING fts5 (text, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram case_sensitive 1');
CREATE TABLE department (id BLOB PRIMARY KEY, name TEXT, position INTEGER, clk TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE document (
  id BLOB PRIMARY KEY, kind TEXT NOT NULL, number TEXT NOT NULL UNIQUE, operation TEXT NOT NULL,
  workstation_id BLOB NOT NULL, shift_id BLOB NOT NULL, user_id BLOB NOT NULL, seller_id BLOB NOT NULL, customer_id BLOB,
  business_day TEXT NOT NULL, at_ms INTEGER NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL, total INTEGER NOT NULL,
  paid INTEGER NOT NULL, note TEXT NOT NULL, extract TEXT NOT NULL, global_seq INTEGER NOT NULL
, service TEXT, discount INTEGER NOT NULL DEFAULT 0, discount_rate INTEGER, discount_reason TEXT, discounts INTEGER NOT NULL DEFAULT 0, minute INTEGER NOT NULL DEFAULT 0, origin_id BLOB) STRICT, WITHOUT ROWID;
CREATE TABLE document_article (
  article_id BLOB NOT NULL, at_ms INTEGER NOT NULL, document_id BLOB NOT NULL, PRIMARY KEY (article_id, at_ms, document_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE document_line (
  document_id BLOB NOT NULL, n INTEGER NOT NULL, article_id BLOB, fee_type_id BLOB, code TEXT NOT NULL, name TEXT NOT NULL, quantity INTEGER NOT NULL,
  unit TEXT NOT NULL, unit_price INTEGER NOT NULL,
  amount INTEGER NOT NULL,            -- price times quantity
  discount INTEGER NOT NULL, discount_rate INTEGER, discount_reason TEXT,
  share INTEGER NOT NULL,             -- of the discount of the document
  total INTEGER NOT NULL,             -- amount less discount and share
  letters TEXT NOT NULL,
  PRIMARY KEY (document_id, n), CHECK ((article_id IS NULL) <> (fee_type_id IS NULL)), CHECK (total = amount - discount - share)
) STRICT, WITHOUT ROWID;
CREATE TABLE document_print (
  document_id BLOB NOT NULL, print_number INTEGER NOT NULL, job_id BLOB NOT NULL, user_id BLOB, at_ms INTEGER NOT NULL,
  printer TEXT NOT NULL, format TEXT NOT NULL, PRIMARY KEY (document_id, print_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE document_sent (
  job_id BLOB PRIMARY KEY, document_id BLOB NOT NULL, user_id BLOB, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE document_tax (
  document_id BLOB NOT NULL, code TEXT NOT NULL, rate INTEGER NOT NULL, name TEXT NOT NULL, letter TEXT NOT NULL,
  base INTEGER NOT NULL, amount INTEGER NOT NULL, gross INTEGER NOT NULL, PRIMARY KEY (document_id, code, rate)
) STRICT, WITHOUT ROWID;
CREATE TABLE embedded_rule (
  id BLOB PRIMARY KEY, pattern TEXT, decimals INTEGER, position INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ereport (
  id BLOB PRIMARY KEY, number INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('IN', 'RE')), from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  siren TEXT NOT NULL, currency TEXT NOT NULL, inputs TEXT NOT NULL, user_id BLOB NOT NULL, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ereport_line (
  report_id BLOB NOT NULL, day TEXT NOT NULL, category TEXT NOT NULL CHECK (category IN ('TLB1', 'TPS1', 'TNT1', 'TMA1')), rate INTEGER NOT NULL,
  transactions INTEGER NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL, PRIMARY KEY (report_id, day, category, rate)
) STRICT, WITHOUT ROWID;
CREATE TABLE fee_type (
  id BLOB PRIMARY KEY, name TEXT, tax_category_id BLOB, amount INTEGER, position INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE first_run (id INTEGER PRIMARY KEY CHECK (id = 1), step TEXT NOT NULL) STRICT;
CREATE TABLE fiscal_conflict (
  terminal_id TEXT NOT NULL, global_seq INTEGER NOT NULL, link_global TEXT NOT NULL, record TEXT NOT NULL, source TEXT NOT NULL,
  found_ms INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, global_seq, link_global)
) STRICT, WITHOUT ROWID;
CREATE TABLE fiscal_counter (
  terminal_id TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, sig TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (terminal_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE fiscal_gap (
  terminal_id TEXT NOT NULL, from_seq INTEGER NOT NULL, to_seq INTEGER NOT NULL, anchor_json TEXT NOT NULL, jet_global_seq INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, from_seq)
) STRICT;
CREATE TABLE fiscal_key (
  key_id TEXT PRIMARY KEY, terminal_id TEXT NOT NULL, alg TEXT NOT NULL, spki BLOB NOT NULL, cert_pem TEXT NOT NULL,
  valid_from_seq INTEGER NOT NULL, prev_key_id TEXT, prev_key_sig TEXT
) STRICT;
CREATE TABLE fiscal_record (
  terminal_id TEXT NOT NULL, global_seq INTEGER NOT NULL,
  chain TEXT NOT NULL CHECK (chain IN ('TICKET','FACTURE','REGLEMENT','GT','DUPLICATA','JET','ARCHIVE')),
  chain_seq INTEGER NOT NULL, doc_no TEXT NOT NULL, kind TEXT NOT NULL,
  ts_utc TEXT NOT NULL, ts_local TEXT NOT NULL, utc_off_min INTEGER NOT NULL, operator_id TEXT NOT NULL,
  ttc_cents INTEGER NOT NULL, vat_json TEXT NOT NULL, payload TEXT NOT NULL, payload_sha256 TEXT NOT NULL, layout TEXT NOT NULL,
  prev_sig TEXT NOT NULL, sig TEXT NOT NULL, key_id TEXT NOT NULL, prev_global TEXT NOT NULL, link_global TEXT NOT NULL,
  sw_version TEXT NOT NULL, fiscal_version TEXT NOT NULL,
  PRIMARY KEY (terminal_id, global_seq), UNIQUE (terminal_id, chain, chain_seq), UNIQUE (doc_no, chain)
) STRICT, WITHOUT ROWID;
CREATE TABLE fiscal_terminal (
  terminal_id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, store_id TEXT NOT NULL, country TEXT NOT NULL,
  training INTEGER NOT NULL DEFAULT 0, enrolled_at TEXT NOT NULL
) STRICT;
CREATE TABLE fiscal_total (
  terminal_id TEXT NOT NULL, global_seq INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('TICKET','JOUR','MOIS','EXERCICE')), period_key TEXT NOT NULL,
  period_cents INTEGER NOT NULL, gtp_real_cents INTEGER NOT NULL, gtp_abs_cents INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, global_seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE idempotency (
  key BLOB PRIMARY KEY, command TEXT NOT NULL, request_hash BLOB NOT NULL, response TEXT NOT NULL, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE integrity_defect (
  terminal_id TEXT NOT NULL, position INTEGER NOT NULL, defect TEXT NOT NULL,
  found_ms INTEGER NOT NULL, journaled_day TEXT NOT NULL DEFAULT '', acknowledged_by BLOB, acknowledged_ms INTEGER,
  PRIMARY KEY (terminal_id, position, defect)
) STRICT, WITHOUT ROWID;
CREATE TABLE integrity_run (
  id INTEGER PRIMARY KEY, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, asked_by BLOB,
  phase TEXT NOT NULL, records INTEGER NOT NULL, report TEXT NOT NULL
) STRICT;
CREATE TABLE layout (id BLOB PRIMARY KEY, name TEXT, content TEXT, clk TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE mail_job (
  id BLOB PRIMARY KEY, workstation_id BLOB, document_id BLOB, recipient TEXT NOT NULL, duplicate INTEGER,
  state TEXT NOT NULL, problem TEXT, attempts INTEGER NOT NULL DEFAULT 0, next_ms INTEGER NOT NULL,
  created_by BLOB, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE mail_server (
  id INTEGER PRIMARY KEY CHECK (id = 1), host TEXT NOT NULL, port INTEGER NOT NULL, security TEXT NOT NULL,
  login TEXT NOT NULL, sender TEXT NOT NULL
) STRICT;
CREATE TABLE missing_article (
  id BLOB PRIMARY KEY, article_id BLOB, text TEXT NOT NULL, quantity INTEGER NOT NULL, customer_id BLOB, user_id BLOB NOT NULL,
  at_ms INTEGER NOT NULL, settled_by BLOB, settled_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE op (
  dv INTEGER NOT NULL,
  dseq INTEGER NOT NULL,
  st INTEGER NOT NULL,              -- stream
  kind INTEGER NOT NULL,            -- registry of store::op
  ver INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  flags INTEGER NOT NULL,           -- 1: last operation of its transaction
  root BLOB,
  lw INTEGER,
  phash BLOB NOT NULL,              -- BLAKE3(payload)
  hash BLOB NOT NULL,               -- BLAKE3(previous hash, header, phash)
  sig BLOB,
  payload TEXT,                     -- verbatim; never serialised again
  sseq INTEGER,                     -- set by the authority when the account syncs
  eff INTEGER,
  rx_ms INTEGER NOT NULL,
  PRIMARY KEY (dv, dseq)
) STRICT, WITHOUT ROWID;
CREATE TABLE payment (
  id BLOB PRIMARY KEY, document_id BLOB NOT NULL, shift_id BLOB NOT NULL, method_id BLOB NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  amount INTEGER NOT NULL, received INTEGER NOT NULL, change INTEGER NOT NULL, rounding INTEGER NOT NULL,
  card_last4 TEXT CHECK (card_last4 IS NULL OR length(card_last4) = 4), reference TEXT, nature TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE payment_correction (
  number TEXT PRIMARY KEY, pair TEXT NOT NULL, leg INTEGER NOT NULL CHECK (leg IN (1, 2)),
  document_id BLOB NOT NULL, workstation_id BLOB NOT NULL, shift_id BLOB NOT NULL, user_id BLOB NOT NULL,
  business_day TEXT NOT NULL, at_ms INTEGER NOT NULL, payment_id BLOB NOT NULL, method_id BLOB NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  amount INTEGER NOT NULL, received INTEGER NOT NULL, change INTEGER NOT NULL, rounding INTEGER NOT NULL,
  card_last4 TEXT CHECK (card_last4 IS NULL OR length(card_last4) = 4), reference TEXT, nature TEXT,
  reason TEXT NOT NULL, extract TEXT NOT NULL, global_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE payment_method (
  id BLOB PRIMARY KEY, kind TEXT, name TEXT, letter TEXT, natures TEXT, position INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pin_attempt (user_id BLOB PRIMARY KEY, failures INTEGER NOT NULL, locked_until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE price_list (
  id BLOB PRIMARY KEY, name TEXT, position INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE print_job (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL, kind TEXT NOT NULL, document_id BLOB, shift_id BLOB, title TEXT NOT NULL,
  print_number INTEGER NOT NULL, bytes BLOB NOT NULL, state TEXT NOT NULL, problem TEXT, attempts INTEGER NOT NULL DEFAULT 0,
  created_by BLOB, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL, deadline_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE promotion (
  id BLOB PRIMARY KEY, name TEXT, rule TEXT, scope TEXT, first_day TEXT, last_day TEXT,
  ended INTEGER,                      -- by hand, before its last day was over
  used INTEGER,                       -- a ticket names it
  clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE representative (
  id BLOB PRIMARY KEY, name TEXT, commission_rate INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE restored_terminal (
  terminal_id TEXT PRIMARY KEY, state_ms INTEGER NOT NULL, position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sale_done (workstation_id BLOB PRIMARY KEY, document_id BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE self (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  account BLOB NOT NULL,            -- 16 bytes; a shop that never syncs has one too
  device BLOB NOT NULL,             -- UUIDv7 of this database file
  dv INTEGER NOT NULL,              -- device number in the account
  instance BLOB NOT NULL,           -- changes when the file is restored or cloned
  dseq INTEGER NOT NULL DEFAULT 0,  -- last operation of this device
  head BLOB NOT NULL,               -- its hash
  hlc INTEGER NOT NULL DEFAULT 0,   -- hybrid logical clock: UTC ms << 16 | counter
  acked INTEGER NOT NULL DEFAULT 0,
  epoch BLOB,
  clock_off_ms INTEGER NOT NULL DEFAULT 0,
  is_backup INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE shelf_label (
  id BLOB PRIMARY KEY, article_id BLOB NOT NULL, labelled INTEGER NOT NULL, scanned INTEGER NOT NULL, -- prices of one unit
  indemnity INTEGER NOT NULL, exclusion TEXT, user_id BLOB NOT NULL, workstation_id BLOB NOT NULL, at_ms INTEGER NOT NULL,
  done_by BLOB, done_ms INTEGER, CHECK ((done_by IS NULL) = (done_ms IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE shift (
  id BLOB PRIMARY KEY, number INTEGER NOT NULL, workstation_id BLOB NOT NULL,
  opened_by BLOB NOT NULL, opened_ms INTEGER NOT NULL, opening_float INTEGER NOT NULL, open_count TEXT NOT NULL, open_note TEXT NOT NULL,
  tickets INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0, net INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0,
  cash_receipts INTEGER NOT NULL DEFAULT 0, cash_refunds INTEGER NOT NULL DEFAULT 0, cash_in INTEGER NOT NULL DEFAULT 0, cash_out INTEGER NOT NULL DEFAULT 0,
  rounding INTEGER NOT NULL DEFAULT 0, abandoned INTEGER NOT NULL DEFAULT 0, drawer_openings INTEGER NOT NULL DEFAULT 0, duplicates INTEGER NOT NULL DEFAULT 0,
  first_ticket TEXT, last_ticket TEXT,
  closed_by BLOB, closed_ms INTEGER, counted INTEGER, close_count TEXT, expected INTEGER, float_left INTEGER, close_note TEXT, perpetual INTEGER, close_extract TEXT, discounted INTEGER NOT NULL DEFAULT 0, discounts INTEGER NOT NULL DEFAULT 0, returns INTEGER NOT NULL DEFAULT 0, returned INTEGER NOT NULL DEFAULT 0, cancellations INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0, cash_corrected INTEGER NOT NULL DEFAULT 0,
  UNIQUE (workstation_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE shift_method (
  shift_id BLOB NOT NULL, method_id BLOB NOT NULL, nature TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  count INTEGER NOT NULL, total INTEGER NOT NULL, PRIMARY KEY (shift_id, method_id, nature)
) STRICT, WITHOUT ROWID;
CREATE TABLE shift_tax (
  shift_id BLOB NOT NULL, code TEXT NOT NULL, rate INTEGER NOT NULL, name TEXT NOT NULL, letter TEXT NOT NULL,
  base INTEGER NOT NULL, amount INTEGER NOT NULL, gross INTEGER NOT NULL, PRIMARY KEY (shift_id, code, rate)
) STRICT, WITHOUT ROWID;
CREATE TABLE shop (
  id BLOB PRIMARY KEY, country TEXT, legal_name TEXT, trading_name TEXT, legal_form TEXT, address TEXT,
  postcode TEXT, city TEXT, siret TEXT, naf TEXT, vat_number TEXT, tps_number TEXT, tvq_number TEXT, phone TEXT,
  sample INTEGER, clk TEXT NOT NULL
, service_modes INTEGER, discount_limit INTEGER, discount_reasons TEXT, return_reasons TEXT, neq TEXT, write_off_limit INTEGER, closing_hour INTEGER, year_start INTEGER, certificate TEXT, accounting TEXT, price_accuracy INTEGER, logo TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE stock_level (article_id BLOB PRIMARY KEY, on_hand INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE stock_movement (
  dv INTEGER NOT NULL, dseq INTEGER NOT NULL, line INTEGER NOT NULL, article_id BLOB NOT NULL, quantity INTEGER NOT NULL,
  document_id BLOB, reason TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (dv, dseq, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE tax (
  id BLOB PRIMARY KEY, code TEXT, name TEXT, letter TEXT, position INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tax_category (
  id BLOB PRIMARY KEY, name TEXT, taxes TEXT, position INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tax_rate (
  id BLOB PRIMARY KEY, tax_id BLOB, valid_from TEXT, rate INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE timing (
  workstation_id BLOB NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, bucket INTEGER NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0), worst_us INTEGER NOT NULL CHECK (worst_us >= 0),
  PRIMARY KEY (workstation_id, kind, day, bucket)
) STRICT, WITHOUT ROWID;
CREATE TABLE trading_day (
  terminal_id TEXT NOT NULL, day TEXT NOT NULL, closing INTEGER NOT NULL DEFAULT 0, first_at TEXT, last_at TEXT,
  first_ticket TEXT, last_ticket TEXT, last_ms INTEGER, tickets INTEGER NOT NULL DEFAULT 0, invoices INTEGER NOT NULL DEFAULT 0,
  sales INTEGER NOT NULL DEFAULT 0, sold INTEGER NOT NULL DEFAULT 0, returns INTEGER NOT NULL DEFAULT 0, returned INTEGER NOT NULL DEFAULT 0,
  cancellations INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0, discounted INTEGER NOT NULL DEFAULT 0,
  discounts INTEGER NOT NULL DEFAULT 0, duplicates INTEGER NOT NULL DEFAULT 0, drawer_openings INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (terminal_id, day, closing)
) STRICT, WITHOUT ROWID;
CREATE TABLE trading_day_method (
  terminal_id TEXT NOT NULL, day TEXT NOT NULL, closing INTEGER NOT NULL DEFAULT 0, method_id BLOB NOT NULL, kind TEXT NOT NULL,
  name TEXT NOT NULL, count INTEGER NOT NULL, amount INTEGER NOT NULL, rounding INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, day, closing, method_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE trading_day_tax (
  terminal_id TEXT NOT NULL, day TEXT NOT NULL, closing INTEGER NOT NULL DEFAULT 0, code TEXT NOT NULL, rate INTEGER NOT NULL,
  name TEXT NOT NULL, letter TEXT NOT NULL, base INTEGER NOT NULL, amount INTEGER NOT NULL, gross INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, day, closing, code, rate)
) STRICT, WITHOUT ROWID;
CREATE TABLE training_session (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL, user_id BLOB NOT NULL, started_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE training_source (
  one INTEGER PRIMARY KEY CHECK (one = 1), instance BLOB NOT NULL, dseq INTEGER NOT NULL
) STRICT;
CREATE TABLE user (
  id BLOB PRIMARY KEY, name TEXT, role TEXT, pin_hash TEXT, is_seller INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE workstation (
  id BLOB PRIMARY KEY, code TEXT, name TEXT, layout_id BLOB, default_customer_id BLOB, methods TEXT, printer TEXT,
  print_policy TEXT, active INTEGER, clk TEXT NOT NULL
, customer_display INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE workstation_run (
  workstation_id BLOB PRIMARY KEY, since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER account_entry_no_del BEFORE DELETE ON account_entry BEGIN SELECT RAISE(ABORT, 'account_entry: immutable'); END;
CREATE TRIGGER account_entry_no_rep BEFORE INSERT ON account_entry WHEN EXISTS (SELECT 1 FROM account_entry WHERE dv = NEW.dv AND dseq = NEW.dseq AND line = NEW.line)
  BEGIN SELECT RAISE(ABORT, 'account_entry: duplicate'); END;
CREATE TRIGGER account_entry_no_upd BEFORE UPDATE ON account_entry BEGIN SELECT RAISE(ABORT, 'account_entry: immutable'); END;
CREATE TRIGGER accounting_batch_no_del BEFORE DELETE ON accounting_batch BEGIN SELECT RAISE(ABORT, 'accounting_batch: immutable'); END;
CREATE TRIGGER accounting_batch_no_rep BEFORE INSERT ON accounting_batch
  WHEN EXISTS (SELECT 1 FROM accounting_batch WHERE id = NEW.id OR number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'accounting_batch: duplicate'); END;
CREATE TRIGGER accounting_batch_no_upd BEFORE UPDATE ON accounting_batch BEGIN SELECT RAISE(ABORT, 'accounting_batch: immutable'); END;
CREATE TRIGGER accounting_day_no_del BEFORE DELETE ON accounting_day BEGIN SELECT RAISE(ABORT, 'accounting_day: immutable'); END;
CREATE TRIGGER accounting_day_no_rep BEFORE INSERT ON accounting_day WHEN EXISTS (SELECT 1 FROM accounting_day WHERE day = NEW.day)
  BEGIN SELECT RAISE(ABORT, 'accounting_day: duplicate'); END;
CREATE TRIGGER accounting_day_no_upd BEFORE UPDATE ON accounting_day BEGIN SELECT RAISE(ABORT, 'accounting_day: immutable'); END;
CREATE TRIGGER accounting_line_no_del BEFORE DELETE ON accounting_line BEGIN SELECT RAISE(ABORT, 'accounting_line: immutable'); END;
CREATE TRIGGER accounting_line_no_rep BEFORE INSERT ON accounting_line
  WHEN EXISTS (SELECT 1 FROM accounting_line WHERE entry = NEW.entry AND n = NEW.n)
  BEGIN SELECT RAISE(ABORT, 'accounting_line: duplicate'); END;
CREATE TRIGGER accounting_line_no_upd BEFORE UPDATE ON accounting_line BEGIN SELECT RAISE(ABORT, 'accounting_line: immutable'); END;
CREATE TRIGGER cash_movement_no_del BEFORE DELETE ON cash_movement BEGIN SELECT RAISE(ABORT, 'cash_movement: immutable'); END;
CREATE TRIGGER cash_movement_no_rep BEFORE INSERT ON cash_movement WHEN EXISTS (SELECT 1 FROM cash_movement WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'cash_movement: duplicate'); END;
CREATE TRIGGER cash_movement_no_upd BEFORE UPDATE ON cash_movement BEGIN SELECT RAISE(ABORT, 'cash_movement: immutable'); END;
CREATE TRIGGER clock_acceptance_no_del BEFORE DELETE ON clock_acceptance BEGIN SELECT RAISE(ABORT, 'clock_acceptance: immutable'); END;
CREATE TRIGGER clock_acceptance_no_rep BEFORE INSERT ON clock_acceptance
  WHEN EXISTS (SELECT 1 FROM clock_acceptance WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq)
  BEGIN SELECT RAISE(ABORT, 'clock_acceptance: duplicate'); END;
CREATE TRIGGER clock_acceptance_no_upd BEFORE UPDATE ON clock_acceptance BEGIN SELECT RAISE(ABORT, 'clock_acceptance: immutable'); END;
CREATE TRIGGER closing_no_del BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'closing: immutable'); END;
CREATE TRIGGER closing_no_rep BEFORE INSERT ON closing WHEN EXISTS (SELECT 1 FROM closing WHERE id = NEW.id
    OR (terminal_id = NEW.terminal_id AND scope = NEW.scope AND (period_key = NEW.period_key OR number = NEW.number)))
  BEGIN SELECT RAISE(ABORT, 'closing: duplicate'); END;
CREATE TRIGGER closing_no_upd BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'closing: immutable'); END;
CREATE TRIGGER document_line_no_del BEFORE DELETE ON document_line BEGIN SELECT RAISE(ABORT, 'document_line: immutable'); END;
CREATE TRIGGER document_line_no_rep BEFORE INSERT ON document_line WHEN EXISTS (SELECT 1 FROM document_line WHERE document_id = NEW.document_id AND n = NEW.n)
  BEGIN SELECT RAISE(ABORT, 'document_line: duplicate'); END;
CREATE TRIGGER document_line_no_upd BEFORE UPDATE ON document_line BEGIN SELECT RAISE(ABORT, 'document_line: immutable'); END;
CREATE TRIGGER document_no_del BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'document: immutable'); END;
CREATE TRIGGER document_no_rep BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id OR number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'document: duplicate'); END;
CREATE TRIGGER document_no_upd BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'document: immutable'); END;
CREATE TRIGGER document_print_no_del BEFORE DELETE ON document_print BEGIN SELECT RAISE(ABORT, 'document_print: immutable'); END;
CREATE TRIGGER document_print_no_rep BEFORE INSERT ON document_print WHEN EXISTS (SELECT 1 FROM document_print WHERE document_id = NEW.document_id AND print_number = NEW.print_number)
  BEGIN SELECT RAISE(ABORT, 'document_print: duplicate'); END;
CREATE TRIGGER document_print_no_upd BEFORE UPDATE ON document_print BEGIN SELECT RAISE(ABORT, 'document_print: immutable'); END;
CREATE TRIGGER document_sent_no_del BEFORE DELETE ON document_sent BEGIN SELECT RAISE(ABORT, 'document_sent: immutable'); END;
CREATE TRIGGER document_sent_no_rep BEFORE INSERT ON document_sent WHEN EXISTS (SELECT 1 FROM document_sent WHERE job_id = NEW.job_id)
  BEGIN SELECT RAISE(ABORT, 'document_sent: duplicate'); END;
CREATE TRIGGER document_sent_no_upd BEFORE UPDATE ON document_sent BEGIN SELECT RAISE(ABORT, 'document_sent: immutable'); END;
CREATE TRIGGER document_tax_no_del BEFORE DELETE ON document_tax BEGIN SELECT RAISE(ABORT, 'document_tax: immutable'); END;
CREATE TRIGGER document_tax_no_rep BEFORE INSERT ON document_tax WHEN EXISTS (SELECT 1 FROM document_tax WHERE document_id = NEW.document_id AND code = NEW.code AND rate = NEW.rate)
  BEGIN SELECT RAISE(ABORT, 'document_tax: duplicate'); END;
CREATE TRIGGER document_tax_no_upd BEFORE UPDATE ON document_tax BEGIN SELECT RAISE(ABORT, 'document_tax: immutable'); END;
CREATE TRIGGER ereport_line_no_del BEFORE DELETE ON ereport_line BEGIN SELECT RAISE(ABORT, 'ereport_line: immutable'); END;
CREATE TRIGGER ereport_line_no_rep BEFORE INSERT ON ereport_line
  WHEN EXISTS (SELECT 1 FROM ereport_line WHERE report_id = NEW.report_id AND day = NEW.day AND category = NEW.category AND rate = NEW.rate)
  BEGIN SELECT RAISE(ABORT, 'ereport_line: duplicate'); END;
CREATE TRIGGER ereport_line_no_upd BEFORE UPDATE ON ereport_line BEGIN SELECT RAISE(ABORT, 'ereport_line: immutable'); END;
CREATE TRIGGER ereport_no_del BEFORE DELETE ON ereport BEGIN SELECT RAISE(ABORT, 'ereport: immutable'); END;
CREATE TRIGGER ereport_no_rep BEFORE INSERT ON ereport WHEN EXISTS (SELECT 1 FROM ereport WHERE id = NEW.id OR number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'ereport: duplicate'); END;
CREATE TRIGGER ereport_no_upd BEFORE UPDATE ON ereport BEGIN SELECT RAISE(ABORT, 'ereport: immutable'); END;
CREATE TRIGGER fiscal_conflict_no_del BEFORE DELETE ON fiscal_conflict BEGIN SELECT RAISE(ABORT, 'fiscal_conflict: immutable'); END;
CREATE TRIGGER fiscal_conflict_no_rep BEFORE INSERT ON fiscal_conflict
  WHEN EXISTS (SELECT 1 FROM fiscal_conflict WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq AND link_global = NEW.link_global)
  BEGIN SELECT RAISE(ABORT, 'fiscal_conflict: duplicate'); END;
CREATE TRIGGER fiscal_conflict_no_upd BEFORE UPDATE ON fiscal_conflict BEGIN SELECT RAISE(ABORT, 'fiscal_conflict: immutable'); END;
CREATE TRIGGER fiscal_gap_no_del BEFORE DELETE ON fiscal_gap BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_gap_no_rep BEFORE INSERT ON fiscal_gap WHEN EXISTS (SELECT 1 FROM fiscal_gap WHERE terminal_id = NEW.terminal_id AND from_seq = NEW.from_seq)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_gap_no_upd BEFORE UPDATE ON fiscal_gap BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_key_no_del BEFORE DELETE ON fiscal_key BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_key_no_rep BEFORE INSERT ON fiscal_key WHEN EXISTS (SELECT 1 FROM fiscal_key WHERE key_id = NEW.key_id)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_key_no_upd BEFORE UPDATE ON fiscal_key BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_record_link BEFORE INSERT ON fiscal_record
  WHEN NEW.global_seq > 1 AND NOT EXISTS (SELECT 1 FROM fiscal_record WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq - 1 AND link_global = NEW.prev_global)
  AND NOT EXISTS (SELECT 1 FROM fiscal_gap WHERE terminal_id = NEW.terminal_id AND to_seq = NEW.global_seq - 1)
  BEGIN SELECT RAISE(ABORT, 'fiscal: chain broken'); END;
CREATE TRIGGER fiscal_record_no_del BEFORE DELETE ON fiscal_record BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_record_no_rep BEFORE INSERT ON fiscal_record WHEN EXISTS (SELECT 1 FROM fiscal_record WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_record_no_upd BEFORE UPDATE ON fiscal_record BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_terminal_no_del BEFORE DELETE ON fiscal_terminal BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_terminal_no_rep BEFORE INSERT ON fiscal_terminal WHEN EXISTS (SELECT 1 FROM fiscal_terminal WHERE terminal_id = NEW.terminal_id)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_terminal_no_upd BEFORE UPDATE ON fiscal_terminal BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_total_no_del BEFORE DELETE ON fiscal_total BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_total_no_rep BEFORE INSERT ON fiscal_total WHEN EXISTS (SELECT 1 FROM fiscal_total WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_total_no_upd BEFORE UPDATE ON fiscal_total BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER missing_article_no_del BEFORE DELETE ON missing_article BEGIN SELECT RAISE(ABORT, 'missing_article: immutable'); END;
CREATE TRIGGER missing_article_no_rep BEFORE INSERT ON missing_article WHEN EXISTS (SELECT 1 FROM missing_article WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'missing_article: duplicate'); END;
CREATE TRIGGER missing_article_no_upd BEFORE UPDATE OF id, article_id, text, quantity, customer_id, user_id, at_ms ON missing_article
  BEGIN SELECT RAISE(ABORT, 'missing_article: immutable'); END;
CREATE TRIGGER missing_article_once BEFORE UPDATE ON missing_article WHEN OLD.settled_ms IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'missing_article: settled'); END;
CREATE TRIGGER op_no_change BEFORE UPDATE OF dv, dseq, st, kind, ver, hlc, flags, root, lw, phash, hash, sig, payload ON op
  BEGIN SELECT RAISE(ABORT, 'op: immutable'); END;
CREATE TRIGGER op_no_delete BEFORE DELETE ON op BEGIN SELECT RAISE(ABORT, 'op: immutable'); END;
CREATE TRIGGER op_no_replace BEFORE INSERT ON op
  WHEN EXISTS (SELECT 1 FROM op WHERE dv = NEW.dv AND dseq = NEW.dseq)
  BEGIN SELECT RAISE(ABORT, 'op: duplicate'); END;
CREATE TRIGGER payment_correction_no_del BEFORE DELETE ON payment_correction BEGIN SELECT RAISE(ABORT, 'payment_correction: immutable'); END;
CREATE TRIGGER payment_correction_no_rep BEFORE INSERT ON payment_correction WHEN EXISTS (SELECT 1 FROM payment_correction WHERE number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'payment_correction: duplicate'); END;
CREATE TRIGGER payment_correction_no_upd BEFORE UPDATE ON payment_correction BEGIN SELECT RAISE(ABORT, 'payment_correction: immutable'); END;
CREATE TRIGGER payment_no_del BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'payment: immutable'); END;
CREATE TRIGGER payment_no_rep BEFORE INSERT ON payment WHEN EXISTS (SELECT 1 FROM payment WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'payment: duplicate'); END;
CREATE TRIGGER payment_no_upd BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'payment: immutable'); END;
CREATE TRIGGER shelf_label_no_del BEFORE DELETE ON shelf_label BEGIN SELECT RAISE(ABORT, 'shelf_label: immutable'); END;
CREATE TRIGGER shelf_label_no_rep BEFORE INSERT ON shelf_label WHEN EXISTS (SELECT 1 FROM shelf_label WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'shelf_label: duplicate'); END;
CREATE TRIGGER shelf_label_no_upd BEFORE UPDATE OF id, article_id, labelled, scanned, indemnity, exclusion, user_id, workstation_id, at_ms ON shelf_label
  BEGIN SELECT RAISE(ABORT, 'shelf_label: immutable'); END;
CREATE TRIGGER shift_frozen BEFORE UPDATE ON shift WHEN OLD.closed_ms IS NOT NULL BEGIN SELECT RAISE(ABORT, 'shift: closed'); END;
CREATE TRIGGER shift_no_delete BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'shift: immutable'); END;
CREATE TRIGGER stock_movement_no_del BEFORE DELETE ON stock_movement BEGIN SELECT RAISE(ABORT, 'stock_movement: immutable'); END;
CREATE TRIGGER stock_movement_no_rep BEFORE INSERT ON stock_movement WHEN EXISTS (SELECT 1 FROM stock_movement WHERE dv = NEW.dv AND dseq = NEW.dseq AND line = NEW.line)
  BEGIN SELECT RAISE(ABORT, 'stock_movement: duplicate'); END;
CREATE TRIGGER stock_movement_no_upd BEFORE UPDATE ON stock_movement BEGIN SELECT RAISE(ABORT, 'stock_movement: immutable'); END;
