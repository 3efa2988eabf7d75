#include "booklet/assembly.hpp"

#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/parallel.hpp"
#include "booklet/move_elements.hpp"
#include "booklet/note_lines.hpp"

namespace triptych::booklet {
namespace {

Surroundings around(std::size_t before) {
    Surroundings surroundings;
    surroundings.side = side_of_page(before);
    surroundings.number = static_cast<std::uint32_t>(before + 1);
    return surroundings;
}

}  // namespace

Assembly::Assembly(const Setting& setting, Diagnostics& diagnostics)
    : setting_(setting),
      structure_(pages::Tag::document),
      diagnostics_(diagnostics),
      context_(make_context(setting, structure_, diagnostics)) {}

/// Of the text as it is set, heads of tables and notes included.
std::set<FaceId> Assembly::faces_in(const Body& body) {
    std::set<FaceId> faces;
    const auto add = [&](const typeset::Galley& galley) {
        for (const typeset::Row& row : galley.rows)
            for (const pages::Item& item : row.items)
                if (const auto* run = std::get_if<pages::GlyphRun>(&item.content))
                    faces.insert(run->face);
    };
    for (const Chapter& chapter : body.chapters) {
        add(chapter.text);
        for (const typeset::Galley& note : chapter.notes) add(note);
    }
    return faces;
}

void Assembly::add_front(const Body& body, const std::vector<Entry>& entries) {
    const style::Booklet& style = setting_.resources.sheet.booklet;
    if (style.cover) add_front_page(set_cover(setting_, context_), Folio::hidden);
    if (body.has_half_title) {
        // The title on a recto; without a cover the blank page comes behind it.
        if (style.cover) add_front_page({}, Folio::hidden);
        add_front_page(set_half_title(setting_, context_), Folio::hidden);
        if (!style.cover) add_front_page({}, Folio::hidden);
    }
    if (style.colophon && !result_.pages.empty()) {
        std::vector<pages::Item> items = set_colophon(setting_, faces_in(body), context_);
        if (!items.empty()) add_front_page(std::move(items), Folio::hidden);
    }
    if (style.contents) add_contents(body, entries);
}

void Assembly::add_back() {
    const style::Booklet& style = setting_.resources.sheet.booklet;
    if (!style.cover || !style.back_cover) return;
    pages::Page page;
    page.size = style.page.size;
    if (side_of_page(size()) == Side::recto) result_.pages.push_back(page);
    page.items = set_back_cover(setting_, context_);
    result_.pages.push_back(std::move(page));
    result_.has_back_cover = true;
}

void Assembly::add_body(Body body) {
    const std::vector<std::uint32_t> offsets = join_elements(body);
    std::vector<SetPage> set(body.plan.size());
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (body.plan[i].kind != Leaf::Kind::chapter) set[i] = set_other(body, i);
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
        body.chapters[which].text = {};
        body.chapters[which].notes.clear();
    });
    for (Diagnostics& found : findings) diagnostics_.append(std::move(found));
    for (SetPage& page : set) add_page(std::move(page));
}

pages::Pages Assembly::take() {
    result_.elements = structure_.take();
    return std::move(result_);
}

void Assembly::add_front_page(std::vector<pages::Item> items, Folio folio) {
    pages::Page page;
    page.size = setting_.resources.sheet.booklet.page.size;
    page.items = std::move(items);
    // A name, since the pages of the text alone have places in the e-book.
    page.name = fmt::format("{}", size() + 1);
    if (folio == Folio::shown)
        add_folio(setting_.resources.sheet.booklet, side_of_page(size()), page.label(), page.items,
                  context_);
    result_.pages.push_back(std::move(page));
}

void Assembly::add_contents(const Body& body, const std::vector<Entry>& entries) {
    const auto first = static_cast<std::uint32_t>(size());
    result_.destinations.push_back({"contents", first, {}});
    const ContentsRequest request{entries, body.labels, size(), body.begins};
    for (std::vector<pages::Item>& items : set_contents(setting_, request, context_))
        add_front_page(std::move(items), Folio::shown);
}

/// Hangs the chapters' trees under the document or their part; returns where each starts.
std::vector<std::uint32_t> Assembly::join_elements(Body& body) {
    std::vector<std::uint32_t> offsets;
    for (std::size_t i = 0; i < body.chapters.size(); ++i) {
        Chapter& chapter = body.chapters[i];
        const bool opens = i == 0 || body.chapters[i - 1].part != chapter.part;
        if (opens) add_part_elements(chapter.part + 1, body.opened[chapter.part]);
        const pages::ElementId parent = part_elements_[chapter.part];
        offsets.push_back(structure_.adopt(parent, std::move(chapter.elements)));
        diagnostics_.append(std::move(chapter.diagnostics));
    }
    return offsets;
}

/// Elements of the part before `end`; those of parts without pages are the document.
void Assembly::add_part_elements(std::size_t end, bool opened) {
    const pages::ElementId root = structure_.root();
    part_elements_.resize(end - 1, root);
    part_headings_.resize(end - 1, root);
    const bool titled = !setting_.book.parts[end - 1].title.empty();
    part_elements_.push_back(titled ? structure_.add(root, pages::Tag::part) : root);
    const bool headed = titled && opened;
    part_headings_.push_back(headed ? structure_.add(part_elements_.back(), pages::Tag::section)
                                    : root);
}

SetPage Assembly::set_other(const Body& body, std::size_t place) {
    const Leaf& leaf = body.plan[place];
    const Surroundings surroundings = around(body.first_page + place);
    if (leaf.kind == Leaf::Kind::part) {
        const Opener opener{leaf.which, part_headings_[leaf.which], body.order, body.labels};
        return set_opener(setting_, opener, surroundings, context_);
    }
    SetPage blank;
    blank.page.size = setting_.resources.sheet.booklet.page.size;
    blank.page.numbering = pages::Numbering::decimal;
    blank.page.number = surroundings.number;
    return blank;
}

SetPage Assembly::set_text_page(const Body& body, std::size_t place, Diagnostics& findings) const {
    const Leaf& leaf = body.plan[place];
    Surroundings surroundings = around(body.first_page + place);
    surroundings.head = running_head(setting_, body, leaf, surroundings.side);
    typeset::Structure unused(pages::Tag::document);
    typeset::Context context = make_context(setting_, unused, findings);
    SetPage set = set_chapter_page(body.chapters[leaf.which], leaf.range, surroundings, context);
    const style::Booklet& style = setting_.resources.sheet.booklet;
    if (style.note_lines && !set.uses_margin)
        add_note_lines(style.page, surroundings.side, *style.note_lines, set.page.items);
    return set;
}

void Assembly::add_page(SetPage set) {
    const auto place = static_cast<std::uint32_t>(size());
    for (pages::Destination& destination : set.destinations) {
        if (!named_.insert(destination.name).second) continue;
        destination.page = place;
        result_.destinations.push_back(std::move(destination));
    }
    result_.pages.push_back(std::move(set.page));
}

std::size_t count_front_pages(const Setting& setting, const Body& body,
                              const std::vector<Entry>& entries) {
    Diagnostics said_when_printed;
    Assembly counted(setting, said_when_printed);
    counted.add_front(body, entries);
    return counted.size();
}

}  // namespace triptych::booklet
