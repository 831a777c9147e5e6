//! Work on threads whose results are taken in the order in which it was given out.
//!
//! One thread reads and takes, because reading a file and comparing a record with those before it want an order; the
//! others do what can be done anywhere, on what was read ahead. So all of them are busy at the same time, and what is
//! in memory is bounded by how far it is read ahead.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};

/// Pieces of work that are given out ahead for each thread.
const AHEAD: usize = 4;

/// What gives out work and takes its results.
pub trait Ordered {
    /// A piece of work.
    type Job: Send;
    /// Its result.
    type Done: Send;

    /// The next piece; none at the end, and while a result must be taken first.
    fn next(&mut self) -> Option<Self::Job>;

    /// Takes the next result and says whether to go on.
    fn take(&mut self, done: Self::Done) -> bool;
}

/// A piece of work, and where its result goes.
type Task<J, D> = (J, Sender<D>);

/// Does all the work. With one thread it is done between reading and taking; with more, beside them.
pub fn in_order<O: Ordered>(ordered: &mut O, threads: NonZeroUsize, work: impl Fn(O::Job) -> O::Done + Sync) {
    if threads == NonZeroUsize::MIN {
        while let Some(job) = ordered.next() {
            if !ordered.take(work(job)) {
                return;
            }
        }
        return;
    }
    let (tasks, given) = mpsc::channel();
    let given = Mutex::new(given);
    std::thread::scope(|scope| {
        for _ in 0..threads.get() {
            scope.spawn(|| carry_out(&given, &work));
        }
        give_out(ordered, tasks, threads.get().saturating_mul(AHEAD));
    });
}

/// Until nothing more is given out.
fn carry_out<J, D>(given: &Mutex<Receiver<Task<J, D>>>, work: impl Fn(J) -> D) {
    loop {
        let task = given.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((job, result)) = task else { return };
        // Nobody waits for it any more when the work was ended early.
        let _ = result.send(work(job));
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the threads end when it is dropped, whatever happens here"
)]
fn give_out<O: Ordered>(ordered: &mut O, tasks: Sender<Task<O::Job, O::Done>>, most: usize) {
    let mut ahead = VecDeque::with_capacity(most);
    loop {
        while ahead.len() < most
            && let Some(job) = ordered.next()
        {
            let (result, promised) = mpsc::channel();
            if tasks.send((job, result)).is_err() {
                return;
            }
            ahead.push_back(promised);
        }
        // A result that never comes is a thread that panicked: its panic goes on where the threads are joined.
        let Some(Ok(done)) = ahead.pop_front().map(|promised| promised.recv()) else { return };
        if !ordered.take(done) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// Numbers up to `last`, and how many of them may be taken.
    struct Numbers {
        given: u64,
        last: u64,
        taken: Vec<u64>,
        most: usize,
    }

    impl Ordered for Numbers {
        type Job = u64;
        type Done = u64;

        fn next(&mut self) -> Option<u64> {
            (self.given < self.last).then(|| {
                self.given += 1;
                self.given
            })
        }

        fn take(&mut self, done: u64) -> bool {
            self.taken.push(done);
            self.taken.len() < self.most
        }
    }

    fn squares(threads: usize, last: u64, most: usize) -> Numbers {
        let mut numbers = Numbers { given: 0, last, taken: Vec::new(), most };
        in_order(&mut numbers, NonZeroUsize::new(threads).unwrap(), |n| {
            std::thread::sleep(Duration::from_micros(n * 7919 % 300));
            n * n
        });
        numbers
    }

    #[test]
    fn results_are_taken_in_the_order_of_the_work_whichever_is_done_first() {
        let expected: Vec<u64> = (1..=200).map(|n| n * n).collect();
        for threads in [1, 2, 5] {
            assert_eq!(squares(threads, 200, usize::MAX).taken, expected, "{threads} threads");
            assert!(squares(threads, 0, usize::MAX).taken.is_empty());
        }
    }

    #[test]
    fn no_more_is_read_ahead_than_the_threads_need_and_an_early_end_is_one() {
        for threads in [1, 3] {
            let ended = squares(threads, 10_000, 10);
            assert_eq!(ended.taken.len(), 10);
            assert!(ended.given <= 10 + 3 * AHEAD as u64, "{} were read", ended.given);
        }
    }

    #[test]
    fn a_panic_of_the_work_is_a_panic_of_the_whole() {
        let outcome = std::panic::catch_unwind(|| {
            let mut numbers = Numbers { given: 0, last: 50, taken: Vec::new(), most: usize::MAX };
            in_order(&mut numbers, NonZeroUsize::new(2).unwrap(), |n| {
                assert_ne!(n, 20);
                n
            });
        });
        assert!(outcome.is_err());
    }
}
