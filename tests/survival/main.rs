//! A shop on a disk that fails (fiscal.md 7.6, 7.7): at every step that a sale asks of it, in every way that a disk has; on one that it
//! may not write; and a program that is killed at any step of a sale, a closing, an archive or a change of key.
//!
//! What must hold is the same everywhere. The cashier is told the truth: a sale that is acknowledged is there, a refusal
//! says what to do. The same request again, with the key of the first, makes exactly one ticket. Numbers have no gap,
//! every chain verifies, the cart is there until it is sold. The program is the one that ships; the disk is
//! [`faultdisk`], which is under the whole process, so these tests have a binary of their own.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod archives;
mod closings;
mod crash;
mod damage;
mod disk;
mod keys;
mod killed;
#[cfg(target_os = "linux")]
mod nobody;
#[cfg(target_os = "linux")]
mod permissions;
mod shop;
mod viewer;
