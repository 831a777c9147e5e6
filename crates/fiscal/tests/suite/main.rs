//! Tests of the fiscal records through the public interface, in one binary.

#[cfg(test)]
mod canonical;
#[cfg(test)]
mod chains;
#[cfg(test)]
mod closings;
#[cfg(test)]
mod common;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod exchanges;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod golden_f4;
#[cfg(test)]
mod history;
#[cfg(test)]
mod honest;
#[cfg(test)]
mod insider;
#[cfg(test)]
mod layouts;
#[cfg(test)]
mod mutation;
#[cfg(test)]
mod schemas;
#[cfg(test)]
mod speed;
