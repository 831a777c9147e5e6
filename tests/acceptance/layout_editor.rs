//! ART-08, CFG-24: the editor of layouts, and the screens that follow it.

use std::sync::{Arc, Mutex};

use api::types::{
    ArticleSave, Empty, LayoutDraft, LayoutGenerate, LayoutOpened, LayoutPageDraft, LayoutRef, LayoutSummary,
    LayoutView, TileDraft, TileView,
};
use api::{Event, FaultCode, Topic};
use domain::ids::{ArticleId, LayoutId};
use domain::permission::Role;
use testkit::{TestShop, Till};
use uuid::Uuid;

use crate::layouts::import_articles;
use crate::replay::assert_replays;
use crate::world::{Unchanged, refuses};

fn article(till: &Till, code: &str) -> TileDraft {
    TileDraft::Article { article_id: till.article(code).id, color: None }
}

fn page(name: &str, color: &str, tiles: Vec<TileDraft>) -> LayoutPageDraft {
    LayoutPageDraft { name: name.to_owned(), color: color.to_owned(), tiles }
}

fn group(name: &str, color: &str, articles: Vec<ArticleId>) -> TileDraft {
    TileDraft::Group { name: name.to_owned(), color: color.to_owned(), articles }
}

fn draft(name: &str, pages: Vec<LayoutPageDraft>) -> LayoutDraft {
    LayoutDraft { id: None, name: name.to_owned(), pages }
}

/// A layout with a page of two breads and a group.
fn bar(till: &Till) -> LayoutDraft {
    let inside = vec![till.article("1004").id, till.article("1007").id];
    let tiles = vec![article(till, "1002"), group("Autres", "teal", inside), article(till, "1001")];
    draft("Bar", vec![page("Pains", "amber", tiles), page("Vide", "slate", Vec::new())])
}

fn open(till: &Till, layout_id: LayoutId) -> LayoutOpened {
    till.ask("layout_open", LayoutRef { layout_id })
}

fn save(till: &Till, draft: &LayoutDraft) -> LayoutSummary {
    till.ask("layout_save", draft)
}

fn list(till: &Till) -> Vec<LayoutSummary> {
    till.ask("layout_list", Empty {})
}

/// The topics of every event from now on.
fn listen(shop: &TestShop) -> Arc<Mutex<Vec<Topic>>> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&told);
    shop.app().subscribe(Box::new(move |notice| {
        if let Event::Changed { topics, .. } = &notice.event {
            heard.lock().unwrap().extend(topics.iter().copied());
        }
    }));
    told
}

/// Page by page, the tiles that a till shows: name and colour, those inside a group behind its name.
fn screen(till: &Till) -> Vec<(String, Vec<String>)> {
    let view: Option<LayoutView> = till.ask("layout_current", Empty {});
    let pages = view.unwrap().pages.into_iter();
    pages.map(|page| (page.name, page.tiles.iter().flat_map(tile_texts).collect())).collect()
}

fn tile_texts(tile: &TileView) -> Vec<String> {
    match tile {
        TileView::Article(a) => vec![format!("{} ({})", a.name, a.color)],
        TileView::Macro { name, color, .. } => vec![format!("{name} ({color})")],
        TileView::Group { name, articles, color } => {
            articles.iter().map(|a| format!("{name} ({color})/{} ({})", a.name, a.color)).collect()
        }
    }
}

/// ART-08: a layout edited is what the screens of all its workstations show, in its order and colours, and open
/// tills are told to read it again.
#[test]
fn the_screen_follows_the_edited_layout() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let tills = [shop.till(Role::Cashier, "C01"), shop.till(Role::Cashier, "C02")];
    let made = save(&manager, &bar(&manager));
    assert_eq!((made.name.as_str(), made.tiles), ("Bar", 4));
    for till in &tills {
        let mut workstation = Till::save_of(&till.workstation());
        workstation.layout_id = Some(made.id);
        let _: api::types::WorkstationView = manager.ask("workstation_save", workstation);
        let pains = ["Baguette ordinaire (amber)", "Autres (teal)/Ficelle (teal)"];
        let rest = ["Autres (teal)/Pain de campagne (teal)", "Baguette de tradition (amber)"];
        let shown: Vec<String> = pains.into_iter().chain(rest).map(str::to_owned).collect();
        assert_eq!(screen(till), [("Pains".to_owned(), shown), ("Vide".to_owned(), Vec::new())]);
    }

    let told = listen(&shop);
    let mut opened = open(&manager, made.id).draft;
    opened.name = "Bar du soir".to_owned();
    opened.pages.swap(0, 1);
    opened.pages[1].tiles.swap(0, 2);
    opened.pages[1].tiles.truncate(1);
    opened.pages[1].tiles[0] =
        TileDraft::Article { article_id: manager.article("1001").id, color: Some("rose".to_owned()) };
    assert_eq!(
        save(&manager, &opened),
        LayoutSummary { id: made.id, name: "Bar du soir".to_owned(), tiles: 1 }
    );
    for till in &tills {
        let pains = vec!["Baguette de tradition (rose)".to_owned()];
        assert_eq!(screen(till), [("Vide".to_owned(), Vec::new()), ("Pains".to_owned(), pains)]);
    }
    let topics = told.lock().unwrap();
    assert!(topics.contains(&Topic::Catalogue), "{topics:?}");
}

/// What the editor opens is what was saved, with every article once and the workstations that show it.
#[test]
fn what_is_opened_is_what_was_saved() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C02");
    let mut wanted = bar(&manager);
    wanted.pages[1].tiles.push(article(&manager, "1004"));
    let made = save(&manager, &wanted);
    wanted.id = Some(made.id);
    manager.set_up_workstation(|w| w.layout_id = Some(made.id));
    let opened = open(&manager, made.id);
    assert_eq!((&opened.draft, opened.workstations), (&wanted, vec!["Caisse 02".to_owned()]));
    let mut names: Vec<&str> = opened.articles.iter().map(|a| a.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Baguette de tradition", "Baguette ordinaire", "Ficelle", "Pain de campagne"]);
    assert!(opened.asleep.is_empty());
}

/// An article put to sleep keeps its place: the editor names it, the till shows nothing there.
#[test]
fn a_sleeping_article_keeps_its_place() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let made = save(&manager, &bar(&manager));
    manager.set_up_workstation(|w| w.layout_id = Some(made.id));
    let asleep = manager.article("1002");
    let _: api::types::ArticleView =
        manager.ask("article_save", ArticleSave { active: false, ..Till::article_save(&asleep) });
    let opened = open(&manager, made.id);
    assert_eq!(opened.asleep, [asleep.id]);
    assert!(opened.articles.iter().any(|a| a.name == "Baguette ordinaire"));
    assert!(!screen(&manager)[0].1.iter().any(|text| text.contains("Baguette ordinaire")));
    save(&manager, &opened.draft);
    assert_eq!(open(&manager, made.id), opened, "saved again as it was");
}

/// A draft that cannot be is refused whole.
#[test]
fn a_draft_that_cannot_be_is_refused() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let kept = save(&manager, &bar(&manager));
    let unchanged = Unchanged::from_now(&shop);
    let refused = |code, detail: &str, change: &dyn Fn(&mut LayoutDraft)| {
        let mut draft = LayoutDraft { id: Some(kept.id), ..bar(&manager) };
        change(&mut draft);
        let fault = unchanged.refuses(code, || manager.refused("layout_save", &draft));
        let told = fault.params.get("detail").or_else(|| fault.params.get("field"));
        assert_eq!(told.and_then(|v| v.as_str()).unwrap_or_default(), detail);
    };
    let long = "x".repeat(41);
    let bread = || article(&manager, "1001");
    let many = || (0..201).map(|_| ArticleId(Uuid::now_v7())).collect::<Vec<_>>();
    refused(FaultCode::FieldRequired, "name", &|d| d.name = " ".to_owned());
    refused(FaultCode::FieldTooLong, "name", &|d| d.name.clone_from(&long));
    refused(FaultCode::FieldRequired, "page", &|d| d.pages[1].name.clear());
    refused(FaultCode::FieldTooLong, "page", &|d| d.pages[1].name.clone_from(&long));
    refused(FaultCode::FieldRequired, "group", &|d| d.pages[1].tiles = vec![group("", "teal", Vec::new())]);
    refused(FaultCode::BadRequest, "color", &|d| d.pages[1].color = "pink".to_owned());
    refused(FaultCode::BadRequest, "color", &|d| d.pages[1].tiles = vec![group("G", "#fff", Vec::new())]);
    refused(FaultCode::BadRequest, "color", &|d| {
        let article_id = manager.article("1001").id;
        d.pages[1].tiles = vec![TileDraft::Article { article_id, color: Some(String::new()) }];
    });
    refused(FaultCode::BadRequest, "pages", &|d| {
        d.pages = (0..41).map(|n| page(&format!("P{n}"), "blue", Vec::new())).collect();
    });
    refused(FaultCode::BadRequest, "tiles", &|d| {
        d.pages[1].tiles =
            many().into_iter().map(|article_id| TileDraft::Article { article_id, color: None }).collect();
    });
    refused(FaultCode::BadRequest, "group", &|d| d.pages[1].tiles = vec![group("G", "teal", many())]);
    refused(FaultCode::BadRequest, "article_twice", &|d| d.pages[1].tiles = vec![bread(), bread()]);
    refused(FaultCode::BadRequest, "article_twice", &|d| {
        d.pages[1].tiles = vec![group("G", "teal", vec![manager.article("1001").id; 2])];
    });
    refused(FaultCode::ArticleNotFound, "", &|d| {
        d.pages[1].tiles = vec![group("G", "teal", vec![ArticleId(Uuid::nil())])];
    });
    refused(FaultCode::LayoutNotFound, "", &|d| d.id = Some(LayoutId(Uuid::nil())));
}

/// An article may stand on a page, in a group and on another page: only twice in one place is a slip.
#[test]
fn an_article_may_stand_in_several_places() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let inside = group("Pains", "amber", vec![manager.article("1001").id]);
    let first = page("A", "blue", vec![article(&manager, "1001"), inside]);
    let made =
        save(&manager, &draft("Deux fois", vec![first, page("B", "rose", vec![article(&manager, "1001")])]));
    assert_eq!(made.tiles, 3);
}

/// CFG-24: a layout in use is not deleted, and the refusal names the workstations; without them it goes, and can
/// be opened, saved or chosen no more.
#[test]
fn a_layout_in_use_is_not_deleted() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C02");
    let made = save(&manager, &bar(&manager));
    let before = manager.workstation().layout_id;
    manager.set_up_workstation(|w| w.layout_id = Some(made.id));
    let by_ref = LayoutRef { layout_id: made.id };
    let fault = refuses(&shop, FaultCode::LayoutInUse, || manager.refused("layout_delete", by_ref.clone()));
    assert_eq!(fault.params["workstations"], "Caisse 02");

    manager.set_up_workstation(|w| w.layout_id = before);
    let left: Vec<LayoutSummary> = manager.ask("layout_delete", by_ref.clone());
    assert_eq!(left, list(&manager));
    assert!(!left.is_empty() && !left.iter().any(|l| l.id == made.id));
    let unchanged = Unchanged::from_now(&shop);
    let refused = |command, request: serde_json::Value| {
        unchanged.refuses(FaultCode::LayoutNotFound, || manager.refused(command, request));
    };
    refused("layout_open", serde_json::to_value(&by_ref).unwrap());
    refused("layout_delete", serde_json::to_value(&by_ref).unwrap());
    refused("layout_save", serde_json::to_value(LayoutDraft { id: Some(made.id), ..bar(&manager) }).unwrap());
    let mut workstation = Till::save_of(&manager.workstation());
    workstation.layout_id = Some(made.id);
    refused("workstation_save", serde_json::to_value(workstation).unwrap());
}

/// A layout that is deleted stays so when the log is read again from its start.
#[test]
fn replaying_the_log_gives_the_same_layouts() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let made = save(&manager, &bar(&manager));
    let kept = save(&manager, &draft("Gardé", vec![page("A", "blue", vec![article(&manager, "1001")])]));
    let _: Vec<LayoutSummary> = manager.ask("layout_delete", LayoutRef { layout_id: made.id });
    save(&manager, &LayoutDraft { id: Some(kept.id), ..bar(&manager) });
    let tables = assert_replays(&shop);
    assert!(tables["layout"].len() > list(&manager).len(), "the deleted one leaves its row");
}

/// SEC-01: a cashier neither opens, saves nor deletes a layout.
#[test]
fn a_cashier_changes_no_layout() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let manager = shop.till(Role::Manager, "C01");
    let by_ref = LayoutRef { layout_id: list(&till)[0].id };
    let draft = bar(&manager);
    let unchanged = Unchanged::from_now(&shop);
    unchanged.refuses(FaultCode::PermissionDenied, || till.refused("layout_open", by_ref.clone()));
    unchanged.refuses(FaultCode::PermissionDenied, || till.refused("layout_save", &draft));
    unchanged.refuses(FaultCode::PermissionDenied, || till.refused("layout_delete", by_ref));
}

/// A layout made out of many departments with long names can be opened and saved by the editor.
#[test]
fn a_generated_layout_can_be_edited() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let rows = (0..45).map(|n| format!("9{n:03};Article {n};{}{n};1,00;20\n", "Rayon très long ".repeat(3)));
    import_articles(&manager, &format!("code;nom;rayon;prix;tva\n{}", rows.collect::<String>()));
    let made: LayoutSummary = manager.ask("layout_generate", LayoutGenerate { name: "Rayons".to_owned() });
    let opened = open(&manager, made.id);
    assert_eq!(opened.draft.pages.len(), 40);
    assert_eq!(save(&manager, &opened.draft), made);
}
