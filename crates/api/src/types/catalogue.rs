//! Articles, departments, tax categories and layouts.

use domain::ids::{ArticleId, DepartmentId, LayoutId, TaxCategoryId};
use domain::money::{Quantity, UnitPrice};

use super::{ArticleListPrice, PlannedPrice, PriceOffer};

use super::{LabelView, MacroCommand};

contract! {
    /// Looks for articles by code, bar code or any part of the designation; accents and case do not matter.
    pub struct CatalogueSearch {
        /// What was typed; empty lists everything.
        pub text: String,
        /// Only this department.
        pub department_id: Option<DepartmentId>,
        /// First row, from 0.
        pub offset: u32,
        /// Rows wanted, at most 200.
        pub limit: u32,
    }

    /// Articles found.
    pub struct ArticlePage {
        /// The rows.
        pub rows: Vec<ArticleView>,
        /// True when more rows follow.
        pub more: bool,
        /// Articles in the catalogue, whatever was searched.
        pub catalogue_size: u32,
        /// What the label says whose code was searched; its article is the first row.
        pub label: Option<LabelView>,
    }

    /// An article.
    pub struct ArticleView {
        /// The article.
        pub id: ArticleId,
        /// Internal code.
        pub code: String,
        /// Designation.
        pub name: String,
        /// Unit of sale.
        pub unit: String,
        /// Public price of one unit in the shop's price mode, as it is today.
        pub unit_price: UnitPrice,
        /// Its prices in price lists.
        pub list_prices: Vec<ArticleListPrice>,
        /// A public price to come.
        pub next_price: Option<PlannedPrice>,
        /// Tax category.
        pub tax_category_id: TaxCategoryId,
        /// Name of the tax category.
        pub tax_category_name: String,
        /// Tax category when served on site; none where it is the same (TAX-02).
        pub on_site_tax_category_id: Option<TaxCategoryId>,
        /// Tax category when delivered; none where it is the same (TAX-02).
        pub delivered_tax_category_id: Option<TaxCategoryId>,
        /// Department.
        pub department_id: Option<DepartmentId>,
        /// Name of the department.
        pub department_name: Option<String>,
        /// Bar codes.
        pub barcodes: Vec<String>,
        /// Stock on hand; none when the article is not managed in stock.
        pub stock: Option<Quantity>,
        /// A paper ticket with guarantee mention is due for it.
        pub durable: bool,
        /// May be sold.
        pub active: bool,
    }

    /// Creates (no id) or changes an article.
    pub struct ArticleSave {
        /// The article to change.
        pub id: Option<ArticleId>,
        /// Internal code; empty for the next free number.
        pub code: String,
        /// Designation.
        pub name: String,
        /// Unit of sale; empty for «pièce».
        pub unit: String,
        /// Price of one unit in the shop's price mode.
        pub unit_price: UnitPrice,
        /// Its prices in price lists; none leaves them as they are.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub list_prices: Option<Vec<ArticleListPrice>>,
        /// A public price to come; none forgets it.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub next_price: Option<PlannedPrice>,
        /// Tax category.
        pub tax_category_id: TaxCategoryId,
        /// Tax category when served on site; none for the same (TAX-02).
        #[serde(default)]
        #[ts(optional = nullable)]
        pub on_site_tax_category_id: Option<TaxCategoryId>,
        /// Tax category when delivered; none for the same (TAX-02).
        #[serde(default)]
        #[ts(optional = nullable)]
        pub delivered_tax_category_id: Option<TaxCategoryId>,
        /// Department.
        pub department_id: Option<DepartmentId>,
        /// Bar codes.
        pub barcodes: Vec<String>,
        /// Managed in stock.
        pub stocked: bool,
        /// A paper ticket with guarantee mention is due for it.
        pub durable: bool,
        /// May be sold.
        pub active: bool,
    }

    /// What article forms choose from.
    pub struct CatalogueLists {
        /// Departments by name.
        pub departments: Vec<DepartmentView>,
        /// Tax categories, highest rate first.
        pub tax_categories: Vec<TaxCategoryView>,
    }

    /// A department («rayon»).
    pub struct DepartmentView {
        /// The department.
        pub id: DepartmentId,
        /// Name.
        pub name: String,
    }

    /// A tax category.
    pub struct TaxCategoryView {
        /// The category.
        pub id: TaxCategoryId,
        /// Name («TVA 5,5 %»).
        pub name: String,
    }

    /// A layout in a list.
    pub struct LayoutSummary {
        /// The layout.
        pub id: LayoutId,
        /// Name.
        pub name: String,
        /// Tiles, those inside groups included.
        pub tiles: u32,
    }

    /// Makes a layout with one page per department, best guess first.
    pub struct LayoutGenerate {
        /// Name of the layout.
        pub name: String,
    }

    /// A layout («schéma») as section A shows it.
    pub struct LayoutView {
        /// The layout.
        pub id: LayoutId,
        /// Name.
        pub name: String,
        /// Pages in order.
        pub pages: Vec<LayoutPageView>,
        /// How long these prices hold, in milliseconds: until the day of the shop ends. Prices to come and promotions
        /// change at midnight, when nothing else does.
        pub fresh_ms: i64,
    }

    /// A page of a layout.
    pub struct LayoutPageView {
        /// Name.
        pub name: String,
        /// Colour name: slate, blue, green, amber, orange, rose, purple or teal.
        pub color: String,
        /// Tiles in order.
        pub tiles: Vec<TileView>,
    }

    /// A tile of section A.
    #[serde(tag = "kind")]
    pub enum TileView {
        /// An article.
        Article(ArticleTile),
        /// A group that opens a sub-window (SAL-04).
        Group {
            /// Name.
            name: String,
            /// Colour name.
            color: String,
            /// What it holds.
            articles: Vec<ArticleTile>,
        },
        /// A macro key: runs a command (MCU-01).
        Macro {
            /// Name.
            name: String,
            /// Colour name.
            color: String,
            /// What it runs.
            command: MacroCommand,
        },
    }

    /// An article on a tile.
    pub struct ArticleTile {
        /// The article.
        pub article_id: ArticleId,
        /// Designation.
        pub name: String,
        /// Regular price of one unit in the shop's price mode.
        pub unit_price: UnitPrice,
        /// The promotion that it is in today; the best for one unit.
        pub offer: Option<PriceOffer>,
        /// Unit of sale.
        pub unit: String,
        /// Colour name.
        pub color: String,
        /// Stock on hand, when it is managed and low (ux.md: badge).
        pub low_stock: Option<Quantity>,
    }

    /// Names a layout.
    pub struct LayoutRef {
        /// The layout.
        pub layout_id: LayoutId,
    }

    /// A layout as the editor changes it.
    pub struct LayoutDraft {
        /// The layout to change; none creates one.
        pub id: Option<LayoutId>,
        /// Name.
        pub name: String,
        /// Pages in order.
        pub pages: Vec<LayoutPageDraft>,
    }

    /// A page of the editor.
    pub struct LayoutPageDraft {
        /// Name.
        pub name: String,
        /// Colour name.
        pub color: String,
        /// Tiles in order.
        pub tiles: Vec<TileDraft>,
    }

    /// A tile of the editor.
    #[serde(tag = "kind")]
    pub enum TileDraft {
        /// An article.
        Article {
            /// The article.
            article_id: ArticleId,
            /// Colour name; none for that of the page.
            color: Option<String>,
        },
        /// A group.
        Group {
            /// Name.
            name: String,
            /// Colour name.
            color: String,
            /// What it holds, in order.
            articles: Vec<ArticleId>,
        },
        /// A macro key; only a technician adds, changes or removes one (CFG-22).
        Macro {
            /// Name.
            name: String,
            /// Colour name.
            color: String,
            /// What it runs.
            command: MacroCommand,
        },
    }

    /// A layout opened in the editor, with what its tiles show.
    pub struct LayoutOpened {
        /// As it is saved.
        pub draft: LayoutDraft,
        /// Its articles, each once.
        pub articles: Vec<ArticleTile>,
        /// Those of them that are not sold: tills show no tile for them.
        pub asleep: Vec<ArticleId>,
        /// Workstations that use it.
        pub workstations: Vec<String>,
    }
}
