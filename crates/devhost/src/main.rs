//! `devhost`: opens a shop, serves it on 127.0.0.1 and prints where, as one line of JSON.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, AppOptions, Clock, FileKeys, PrinterPlaces, Program, SystemClock};
use devhost::{Access, Options, USAGE};
use tokio::signal::unix::{SignalKind, signal};

const DAY_MS: i64 = 86_400_000;

/// The computer's clock, set back: what a till does with the leftovers of an earlier day can be seen today.
struct SlowClock {
    behind_ms: i64,
}

impl Clock for SlowClock {
    fn now_ms(&self) -> i64 {
        SystemClock.now_ms() - self.behind_ms
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    log_to_stderr();
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(mistake) => {
            eprintln!("{mistake}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let program = match open(&options) {
        Ok(program) => program,
        Err(fault) => {
            eprintln!(
                "the shop cannot be opened: {} {}",
                fault.code.as_str(),
                fault.trace.unwrap_or_default()
            );
            return ExitCode::FAILURE;
        }
    };
    let served = serve(program.clone(), options).await;
    program.close();
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot serve: {error}");
            ExitCode::FAILURE
        }
    }
}

fn open(options: &Options) -> Result<Program, api::Fault> {
    let program = Program::open(AppOptions {
        data_dir: options.data_dir.clone(),
        clock: Arc::new(SlowClock { behind_ms: i64::from(options.days_ago) * DAY_MS }),
        // Development data is thrown away; its keys must not stay in a person's key ring.
        keys: Arc::new(FileKeys::new(&options.data_dir.join("keys"))),
        anchors: options.data_dir.join("anchors"),
    });
    match &program {
        Program::Open(app) => start(app, options)?,
        Program::Closed(rescue) => eprintln!("the shop cannot be opened: {}", rescue.fault().code.as_str()),
    }
    Ok(program)
}

fn start(app: &App, options: &Options) -> Result<(), api::Fault> {
    app.offer_samples(demo::samples());
    if let Some(addresses) = options.printers_at.clone() {
        // A test's computer has printers of its own, which are nobody's to find.
        let devices = options.data_dir.join("devices");
        app.search_printers_at(PrinterPlaces { addresses, devices });
    }
    if let Some(sample) = options.shop {
        demo::create(app, sample)?;
    }
    app.start_workers()
}

async fn serve(program: Program, options: Options) -> std::io::Result<()> {
    let (listener, address) = devhost::listen(options.port).await?;
    let token = options.token.map_or_else(Access::random_token, Ok)?;
    let access = Access::new(token.clone(), address.port(), options.dev_origin);
    let mut stop = signal(SignalKind::terminate())?;
    announce(&serde_json::json!({ "address": format!("http://{address}/#token={token}"), "token": token }))?;
    axum::serve(listener, devhost::router(program, access, options.ui))
        .with_graceful_shutdown(async move {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = stop.recv() => {}
            }
        })
        .await
}

fn announce(line: &serde_json::Value) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "{line}")?;
    out.flush()
}

fn log_to_stderr() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
