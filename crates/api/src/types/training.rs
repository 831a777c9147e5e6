//! Training mode («mode école», fiscal.md 1.8): a session in which nothing is real.

contract! {
    /// What a session in training mode has to say of it.
    pub struct TrainingView {
        /// The file to which a damaged training database was moved when this session entered; a new one has taken its
        /// place.
        pub set_aside: Option<String>,
    }
}
