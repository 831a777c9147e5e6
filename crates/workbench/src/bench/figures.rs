//! Percentiles, and their JSON.

use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use crate::Failure;

/// Times of one thing, in milliseconds, ascending.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<f64>);

impl Times {
    /// Runs `work` `n` times and keeps how long each took.
    pub fn of(n: usize, mut work: impl FnMut(usize) -> Result<(), Failure>) -> Result<Self, Failure> {
        let mut times = Self::default();
        for i in 0..n {
            let started = Instant::now();
            work(i)?;
            times.add(started.elapsed());
        }
        Ok(times.sorted())
    }

    /// Adds one.
    pub fn add(&mut self, time: Duration) {
        self.0.push(time.as_secs_f64() * 1000.0);
    }

    /// Ascending.
    pub fn sorted(mut self) -> Self {
        self.0.sort_by(f64::total_cmp);
        self
    }

    fn percentile(&self, percent: usize) -> f64 {
        let at = (self.0.len() * percent / 100).min(self.0.len().saturating_sub(1));
        self.0.get(at).copied().unwrap_or(0.0)
    }
}

/// The figures of a run.
#[derive(Debug, Default)]
pub struct Figures(Map<String, Value>);

impl Figures {
    /// A figure beside its limit.
    pub fn times(&mut self, name: &str, times: &Times, limit: &Times) {
        let ratio = |p: usize| round(times.percentile(p) / limit.percentile(p).max(0.000_1));
        let figure = json!({
            "p50_ms": round(times.percentile(50)), "p95_ms": round(times.percentile(95)), "p99_ms": round(times.percentile(99)),
            "limit_p50_ms": round(limit.percentile(50)), "limit_p99_ms": round(limit.percentile(99)),
            "ratio_p50": ratio(50), "ratio_p99": ratio(99), "n": times.0.len(),
        });
        self.0.insert(name.to_owned(), figure);
    }

    /// A figure that is no time.
    pub fn value(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// The whole object on one line.
    pub fn json(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }
}

fn round(ms: f64) -> f64 {
    (ms * 1000.0).round() / 1000.0
}
