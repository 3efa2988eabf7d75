#include "booklet/booklet.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/parallel.hpp"
#include "booklet/back_matter.hpp"
#include "booklet/body.hpp"
#include "booklet/edition.hpp"
#include "booklet/front.hpp"
#include "booklet/outline.hpp"
#include "booklet/plan.hpp"
#include "doc/walk.hpp"

namespace triptych::booklet {
namespace {

/// Numbers printed in the text move it only if they grow by a digit; more passes change nothing.
constexpr int most_passes = 4;
/// Pages of the source that are copied and set side by side before they are joined to chapters:
/// bounds the memory that takes.
constexpr std::size_t pages_at_once = 256;

/// The body, set: chapters in reading order and the pages they fall on.
struct Body {
    std::vector<ChapterPages> order;
    std::vector<Chapter> chapters;
    std::vector<Leaf> plan;
    Labels labels;
};

/// Sets the chapters `which` with the page numbers known by now, all their pages side by side.
void set_side_by_side(const Setting& setting, std::span<const std::size_t> which, Body& body) {
    std::vector<std::vector<Source>> sources(which.size());
    for_each_index(which.size(), setting.resources.threads,
                   [&](std::size_t i) { sources[i] = prepare(setting, body.order[which[i]]); });
    std::vector<std::vector<SetSource>> set(which.size());
    std::vector<std::pair<std::size_t, std::size_t>> tasks;
    for (std::size_t i = 0; i < which.size(); ++i) {
        set[i].resize(sources[i].size());
        for (std::size_t k = 0; k < sources[i].size(); ++k) tasks.emplace_back(i, k);
    }
    for_each_index(tasks.size(), setting.resources.threads, [&](std::size_t task) {
        const auto [i, k] = tasks[task];
        set[i][k] = set_source(setting, sources[i][k], body.labels);
    });
    for_each_index(which.size(), setting.resources.threads, [&](std::size_t i) {
        body.chapters[which[i]] = join_chapter(setting, body.order[which[i]], std::move(set[i]));
    });
}

/// Sets the chapters `which`, as many at a time as have some hundred pages together.
void set_chapters(const Setting& setting, std::span<const std::size_t> which, Body& body) {
    while (!which.empty()) {
        std::size_t count = 0;
        for (std::size_t pages = 0; count < which.size() && pages < pages_at_once; ++count)
            pages += body.order[which[count]].pages.size();
        set_side_by_side(setting, which.first(count), body);
        which = which.subspan(count);
    }
}

Body set_body(const Setting& setting) {
    Body body;
    body.order = chapters_of(setting.book);
    body.chapters.resize(body.order.size());
    std::vector<std::size_t> stale(body.order.size());
    for (std::size_t i = 0; i < stale.size(); ++i) stale[i] = i;
    for (int pass = 0; pass < most_passes && !stale.empty(); ++pass) {
        set_chapters(setting, stale, body);
        body.plan = plan_body(setting, body.chapters);
        body.labels = labels_of(setting, body.chapters, body.plan);
        stale.clear();
        for (std::size_t i = 0; i < body.chapters.size(); ++i) {
            if (is_stale(body.chapters[i], body.labels)) stale.push_back(i);
        }
    }
    if (body.order.empty()) body.plan = plan_body(setting, {});
    return body;
}

/// The book's pages while they are put together.
class Assembly {
public:
    Assembly(const Setting& setting, Diagnostics& diagnostics)
        : setting_(setting),
          structure_(pages::Tag::document),
          diagnostics_(diagnostics),
          context_(make_context(setting, structure_, diagnostics)) {}

    void add_front(const Body& body, const std::vector<Entry>& entries) {
        const style::Booklet& style = setting_.resources.sheet.booklet;
        if (style.cover) add_front_page(set_cover(setting_, context_), Folio::hidden);
        if (has_half_title(body)) {
            if (style.cover) add_front_page({}, Folio::hidden);
            add_front_page(set_half_title(setting_, context_), Folio::hidden);
        }
        if (!result_.pages.empty()) {
            add_front_page(
                style.colophon ? set_colophon(setting_, context_) : std::vector<pages::Item>{},
                Folio::hidden);
        }
        if (style.contents) add_contents(body, entries);
        if (result_.pages.size() % 2 == 1) add_front_page({}, Folio::hidden);
    }

    /// The back cover, on the back of a leaf.
    void add_back() {
        const style::Booklet& style = setting_.resources.sheet.booklet;
        if (!style.cover || !style.back_cover) return;
        pages::Page page;
        page.size = style.page.size;
        if (result_.pages.size() % 2 == 0) result_.pages.push_back(page);
        page.items = set_back_cover(setting_, context_);
        result_.pages.push_back(std::move(page));
        result_.has_back_cover = true;
    }

    void add_body(Body body) {
        const std::vector<std::uint32_t> offsets = join_elements(body);
        std::vector<SetPage> set(body.plan.size());
        for (std::size_t i = 0; i < set.size(); ++i) {
            if (body.plan[i].kind != Leaf::Kind::chapter) set[i] = set_other(body.plan[i], i);
        }
        std::vector<std::vector<std::size_t>> places(body.chapters.size());
        for (std::size_t i = 0; i < set.size(); ++i)
            if (body.plan[i].kind == Leaf::Kind::chapter) places[body.plan[i].which].push_back(i);
        std::vector<Diagnostics> findings(body.chapters.size());
        for_each_index(places.size(), setting_.resources.threads, [&](std::size_t which) {
            for (const std::size_t i : places[which]) {
                set[i] = set_text_page(body, i, findings[which]);
                move_elements(offsets[which], set[i].page.items);
                set[i].page.items.shrink_to_fit();
            }
            // Its rows are as large as its pages, which now hold all that is in them.
            body.chapters[which] = {};
        });
        for (Diagnostics& found : findings) diagnostics_.append(std::move(found));
        for (SetPage& page : set) add_page(std::move(page));
    }

    pages::Pages take() {
        result_.elements = structure_.take();
        return std::move(result_);
    }

private:
    enum class Folio : std::uint8_t { hidden, shown };

    bool has_half_title(const Body& body) const {
        const int least = setting_.resources.sheet.booklet.half_title;
        return least > 0 && body.plan.size() >= static_cast<std::size_t>(least);
    }

    void add_front_page(std::vector<pages::Item> items, Folio folio) {
        pages::Page page;
        page.size = setting_.resources.sheet.booklet.page.size;
        page.items = std::move(items);
        page.numbering = pages::Numbering::roman;
        page.number = static_cast<std::uint32_t>(result_.pages.size() + 1);
        if (folio == Folio::shown) {
            const Side side = page.number % 2 == 1 ? Side::recto : Side::verso;
            add_folio(setting_.resources.sheet.booklet, side, page.label(), page.items, context_);
        }
        result_.pages.push_back(std::move(page));
    }

    void add_contents(const Body& body, const std::vector<Entry>& entries) {
        const auto first = static_cast<std::uint32_t>(result_.pages.size());
        result_.destinations.push_back({"contents", first, {}});
        for (std::vector<pages::Item>& items :
             set_contents(setting_, entries, body.labels, context_)) {
            add_front_page(std::move(items), Folio::shown);
        }
    }

    /// Hangs the chapters' trees under the document or their part; returns where each starts.
    std::vector<std::uint32_t> join_elements(Body& body) {
        std::vector<std::uint32_t> offsets;
        for (Chapter& chapter : body.chapters) {
            add_part_elements(chapter.part + 1);
            const pages::ElementId parent = part_elements_[chapter.part];
            offsets.push_back(structure_.adopt(parent, std::move(chapter.elements)));
            diagnostics_.append(std::move(chapter.diagnostics));
        }
        add_part_elements(setting_.book.parts.size());
        return offsets;
    }

    /// Elements of the parts up to `end`, with their titles.
    void add_part_elements(std::size_t end) {
        while (part_elements_.size() < end) {
            const bool titled = !setting_.book.parts[part_elements_.size()].title.empty();
            const pages::ElementId root = structure_.root();
            part_elements_.push_back(titled ? structure_.add(root, pages::Tag::part) : root);
            part_headings_.push_back(
                titled ? structure_.add(part_elements_.back(), pages::Tag::heading1) : root);
        }
    }

    static void move_elements(std::uint32_t offset, std::vector<pages::Item>& items) {
        for (pages::Item& item : items) {
            if (pages::is_artifact(item.element)) continue;
            item.element =
                static_cast<pages::ElementId>(static_cast<std::uint32_t>(item.element) + offset);
        }
    }

    static Surroundings around(std::size_t place) {
        Surroundings surroundings;
        surroundings.side = place % 2 == 0 ? Side::recto : Side::verso;
        surroundings.number = static_cast<std::uint32_t>(place + 1);
        return surroundings;
    }

    SetPage set_other(const Leaf& leaf, std::size_t place) {
        if (leaf.kind == Leaf::Kind::part) {
            return set_part_page(setting_, leaf.which, around(place), part_headings_[leaf.which],
                                 context_);
        }
        SetPage blank;
        blank.page.size = setting_.resources.sheet.booklet.page.size;
        blank.page.numbering = pages::Numbering::decimal;
        blank.page.number = around(place).number;
        return blank;
    }

    SetPage set_text_page(const Body& body, std::size_t place, Diagnostics& findings) const {
        const Leaf& leaf = body.plan[place];
        Surroundings surroundings = around(place);
        const Chapter& chapter = body.chapters[leaf.which];
        const doc::Page& page = setting_.book.pages[index(current_page(chapter, leaf.range))];
        if (leaf.range > 0) {
            surroundings.running_head =
                surroundings.side == Side::verso ? setting_.book.metadata.title : page.short_title;
        }
        typeset::Structure unused(pages::Tag::document);
        typeset::Context context = make_context(setting_, unused, findings);
        return set_chapter_page(chapter, leaf.range, surroundings, context);
    }

    void add_page(SetPage set) {
        const auto place = static_cast<std::uint32_t>(result_.pages.size());
        for (pages::Destination& destination : set.destinations) {
            if (!named_.insert(destination.name).second) continue;
            destination.page = place;
            result_.destinations.push_back(std::move(destination));
        }
        result_.pages.push_back(std::move(set.page));
    }

    const Setting& setting_;
    typeset::Structure structure_;
    Diagnostics& diagnostics_;
    typeset::Context context_;
    pages::Pages result_;
    std::vector<pages::ElementId> part_elements_, part_headings_;  ///< one a part
    std::set<std::string> named_;
};

std::vector<pages::Bookmark> bookmarks(const std::vector<Entry>& entries) {
    std::vector<pages::Bookmark> result;
    for (const Entry& entry : entries) {
        std::string title = entry.number.empty() ? entry.title : entry.number + " " + entry.title;
        const bool open = entry.kind != EntryKind::heading && entry.level == 1;
        result.push_back({std::move(title), entry.level, entry.destination, open});
    }
    return result;
}

pages::Information information(const doc::Metadata& metadata, const Options& options) {
    pages::Information result;
    result.title = metadata.title;
    result.author = metadata.authors.empty() ? metadata.publisher : joined(metadata.authors);
    result.subject = metadata.description;
    result.keywords = joined(metadata.subjects);
    result.language = metadata.language;
    result.publisher = metadata.publisher;
    result.rights = metadata.rights;
    result.date = options.date;
    return result;
}

}  // namespace

pages::Pages compose(const doc::Book& book, const typeset::Resources& resources,
                     const Options& options, Diagnostics& diagnostics) {
    const std::optional<doc::Book> printed = with_back_matter(book, resources.sheet.booklet);
    const Setting setting{printed ? *printed : book, resources};
    Body body = set_body(setting);
    const std::vector<Entry> entries = outline(setting.book);
    Assembly assembly(setting, diagnostics);
    assembly.add_front(body, entries);
    assembly.add_body(std::move(body));
    assembly.add_back();
    pages::Pages pages = assembly.take();
    pages.bookmarks = bookmarks(entries);
    pages.information = information(book.metadata, options);
    return pages;
}

pages::Page compose_cover(const doc::Book& book, const typeset::Resources& resources) {
    const Setting setting{book, resources};
    typeset::Structure structure(pages::Tag::document);
    Diagnostics said_by_the_booklet;
    typeset::Context context = make_context(setting, structure, said_by_the_booklet);
    pages::Page page;
    page.size = resources.sheet.booklet.page.size;
    page.items = set_cover(setting, context);
    return page;
}

}  // namespace triptych::booklet
