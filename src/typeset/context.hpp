#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "base/parallel.hpp"
#include "doc/model.hpp"
#include "font/library.hpp"
#include "image/store.hpp"
#include "pages/pages.hpp"
#include "style/sheet.hpp"

/// Blocks to placed items: paragraphs, then a galley of rows, then pages.
namespace triptych::typeset {

/// Elements of the structure tree as they are made; joined to the book's tree when a chapter is
/// done.
class Structure {
public:
    explicit Structure(pages::Tag root);
    /// A new element behind its siblings under `parent`.
    pages::ElementId add(pages::ElementId parent, pages::Tag tag);
    pages::Element& operator[](pages::ElementId id);
    /// Hangs a whole tree, its root first, under `parent`; returns what must be added to its ids.
    std::uint32_t adopt(pages::ElementId parent, std::vector<pages::Element> tree);
    std::size_t size() const { return elements_.size(); }
    /// Takes back all elements but the first `size`.
    void cut(std::size_t size) { elements_.resize(size); }
    pages::ElementId root() const { return pages::ElementId{0}; }
    std::vector<pages::Element> take() { return std::move(elements_); }

private:
    std::vector<pages::Element> elements_;
};

/// Shaped words and hyphenation patterns, kept for the next paragraph that needs them. Safe to use
/// from several threads; what is in it never changes a result.
class InlineCache;
std::shared_ptr<InlineCache> make_inline_cache();

/// How much of what the model says the structure tells, beyond what PDF 1.7 has types for.
struct Tagging {
    bool emphasis = false;  ///< `Tag::emphasis` and `Tag::strong`
    bool tables = false;    ///< tables keep their cells as CSV
    /// MathML of a formula, empty where it can't be read; empty function: formulas keep none.
    std::function<std::string(std::string_view tex, bool on_own_line, const std::string& language)>
        mathml{};
};

/// What all of typesetting needs and never changes.
struct Resources {
    const font::Library& fonts;
    const image::Store& images;
    const style::Sheet& sheet;
    /// Holds `hyph_<language>.dic` files of libhyphen, or null: nothing is hyphenated.
    const Files* hyphenation = nullptr;
    Threads& threads = calling_thread();
    std::shared_ptr<InlineCache> inline_cache = make_inline_cache();
    Tagging tagging{};
};

/// The setting of one chapter or slide; one a thread, never shared.
struct Task {
    const Resources& resources;
    const doc::Book& book;
    Structure& structure;
    Diagnostics& diagnostics;
    std::string language;  ///< BCP 47, of the text being set
    /// The number of the page that a link leads to, printed behind it in brackets, or alone where
    /// the link has no words of its own; empty function: nothing is printed.
    std::function<std::string(const doc::PageRef&)> page_reference{};
    Length grid{};         ///< step of the base line grid that text returns to; zero: no grid
    Length page_height{};  ///< of the text block, for what must be cut to fit; zero: endless
    /// Note `n` of the page being set (from 0) has the id and destination `note_prefix` + (n + 1).
    std::string note_prefix = "note-";
    bool link_codes = false;  ///< cards of links out of the book carry them as a QR code
    bool measuring = false;   ///< only heights are asked for: text is not drawn
    /// Characters and letters with their marks already reported, by all copies of the task.
    std::shared_ptr<std::set<std::string, std::less<>>> missing_glyphs =
        std::make_shared<std::set<std::string, std::less<>>>();
};

/// A task, and the styles in which the blocks at hand are set.
struct Context : Task {
    const style::Medium& medium;

    /// The same task in other styles.
    Context with(const style::Medium& other) const { return {*this, other}; }
};

/// Says of an element with words of the program in which language they are, where that is another
/// than the text's.
void tell_words(pages::ElementId element, Context& context);

/// Reports that no font has a glyph for `characters`, which `face` was to draw, each once in a
/// task: of a letter with marks only what lacks, or the whole where only no font has all of it.
void report_missing(std::string_view characters, FaceId face, Span span, Context& context);

}  // namespace triptych::typeset
