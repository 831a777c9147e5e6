//! Training mode («mode école», fiscal.md 1.8): a second shop beside the real one, in a database of its own, in which
//! nothing is real.
//!
//! A session is in the shop or in training, and every one of its calls runs over the state of that world, so handlers do
//! not know of training. What does know of it: papers (they say so), the print queue (it sends nothing), and the
//! real journal, which says who was in training and when (JET 920, 921). Training never writes anything else into the
//! real database, and its own is never allowed to hold up the shop: a damaged one is set aside and made anew.

mod copy;
mod database;
mod session;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use api::Call;
pub use database::prepare;
use domain::permission::Permission;
pub use session::{apply, begin, end_left_over};

use crate::shared::{Shared, World, lock};

/// What stands on every paper of training (FISC-07, R-13), line by line.
pub const WATERMARK: [&str; 2] = ["ÉCOLE", "FACTICE — SIMULATION"];

/// What the print history calls the printer that prints nothing, and a job's problem when nothing was sent.
pub const SIMULATED: &str = "simulated";

/// What the shop decides and training copies: a change made in training would be there for the next one who learns.
const CHANGES_THE_SHOP: [Permission; 7] = [
    Permission::ManageCatalogue,
    Permission::ManageLayouts,
    Permission::ManageMacroKeys,
    Permission::ManageUsers,
    Permission::ManageWorkstations,
    Permission::ManageOptions,
    Permission::Import,
];

/// True for a right that nobody has in training.
pub fn withholds(shared: &Shared, right: Permission) -> bool {
    shared.is_training() && CHANGES_THE_SHOP.contains(&right)
}

/// The training beside a shop, opened when it is first entered.
pub struct School {
    path: PathBuf,
    /// Serialises entries, so that a database is opened, copied or set aside by one at a time.
    entering: Mutex<()>,
    open: Mutex<Option<Arc<Shared>>>,
    /// The file to which a damaged database was moved, until somebody has been told.
    set_aside: Mutex<Option<String>>,
}

impl School {
    /// The training of the shop in a folder. Touches no file.
    pub fn beside(folder: &Path) -> Self {
        Self {
            path: folder.join("ecole.db"),
            entering: Mutex::new(()),
            open: Mutex::new(None),
            set_aside: Mutex::new(None),
        }
    }
}

/// The training of a shop, if it is open; none for training itself.
pub fn opened(shop: &Shared) -> Option<Arc<Shared>> {
    match &shop.world {
        World::Real(school) => lock(&school.open).clone(),
        World::Training(_) => None,
    }
}

/// The state over which a call runs: training when its session is there. Signing in is always real.
pub fn world_of(shop: &Arc<Shared>, call: &Call) -> Arc<Shared> {
    let training = opened(shop).filter(|_| call.command != "session_open");
    let there = training.filter(|t| call.session.is_some_and(|token| t.sessions.find(token).is_some()));
    there.unwrap_or_else(|| Arc::clone(shop))
}

/// The shop itself, asked from training too; none while the program ends.
pub fn shop_of(shared: &Arc<Shared>) -> Option<Arc<Shared>> {
    match &shared.world {
        World::Real(_) => Some(Arc::clone(shared)),
        World::Training(shop) => shop.upgrade(),
    }
}
