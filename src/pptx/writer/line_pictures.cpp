#include "pptx/writer/line_pictures.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "deck/content.hpp"
#include "deck/fit/full_picture.hpp"
#include "deck/setting/setting.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "pptx/words.hpp"
#include "pptx/writer/shapes.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::pptx {
namespace {

using namespace literals;
using style::Role;

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::int64_t most_spaces = 200;  // wider than any slide

/// Sets the slide's text as the pages do, and finds the pictures in its lines.
class Finder {
public:
    Finder(const deck::Slide& slide, const deck::Arrangement& boxes, const Writing& writing)
        : slide_(slide),
          boxes_(boxes),
          images_(writing.resources.images),
          setting_{writing.book, writing.resources, writing.deck.language},
          context_(setting_.context(setting_.medium(), structure_, unheard_)) {}

    /// Their boxes, by picture, in the order of the text.
    std::map<MediaId, std::deque<Rect>> find() {
        find_in_title();
        const auto claim = deck::claim_style(slide_, setting_.look());
        find_in_lines(slide_.claim, claim, boxes_.claim, deck::claim_spacing(claim));
        find_in_body();
        find_in_lines(slide_.links, setting_.text(Role::slide_link), boxes_.links, {});
        return std::move(found_);
    }

private:
    void find_in_title() {
        Rect box = boxes_.title;
        if (deck::is_cover(slide_)) box.at.y += box.size.height - slide_.measures.title_height;
        find_in_lines({deck::title_words(slide_, setting_.look())},
                      deck::title_style(slide_, setting_.look()), box, {});
    }
    void find_in_lines(const std::vector<doc::Inlines>& paragraphs, const style::TextStyle& style,
                       Rect box, Length apart) {
        for (const doc::Inlines& paragraph : paragraphs) {
            for (auto& line : typeset::set_paragraph(
                     {paragraph, style, box.size.width, {}, structure_.root()}, context_)) {
                typeset::shift(line.items, {box.at.x, box.at.y + deck::base_line(style, setting_)});
                for (const auto& item : line.items) take(item);
                box.at.y += style.leading;
            }
            box.at.y += apart;
        }
    }
    void find_in_body() {
        if (slide_.kind == deck::SlideKind::full_picture)
            return find_in_lines({deck::full_figure(slide_).caption}, setting_.text(Role::caption),
                                 boxes_.caption, {});
        const auto all = deck::shapes(slide_, setting_.look());
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].kind == deck::ShapeKind::cells)
                find_in_cells();
            else
                find_in_blocks(deck::blocks_of(slide_.body, all[i]),
                               deck::set_shape(slide_, all[i], boxes_.shapes[i].size.height,
                                               structure_.root(), structure_, unheard_, setting_),
                               boxes_.shapes[i].at);
        }
    }
    void find_in_cells() {
        const auto cells = deck::cells_of(slide_, setting_.look());
        for (std::size_t i = 0; i < cells.all.size(); ++i) {
            const Rect& box = boxes_.cells[i].text;
            find_in_blocks(cells.all[i].body,
                           deck::set_cell({slide_, cells, i, box.size.width}, structure_.root(),
                                          structure_, unheard_, setting_),
                           box.at);
        }
    }
    void find_in_blocks(const doc::Blocks& blocks, const typeset::Galley& galley, Point at) {
        note_figures(blocks);
        std::vector<pages::Item> items;
        typeset::place(galley, 0, galley.rows.size(), at, items);
        for (const auto& item : items) take(item);
        figures_.clear();
    }
    /// Which pictures of each file are figures, of all that stand in `blocks`.
    void note_figures(const doc::Blocks& blocks) {
        for (const doc::Block& block : blocks) {
            doc::for_each_picture(block, [this](const doc::Picture& picture) {
                figures_[images_.same_as(picture.media)].push_back(true);
            });
            doc::for_each_child(
                block, [this](const doc::Inlines& inlines) { note_lines(inlines); },
                [this](const doc::Blocks& inner) { note_figures(inner); });
        }
    }
    void note_lines(const doc::Inlines& inlines) {
        for (const doc::Inline& node : inlines) {
            if (const auto* picture = doc::facts_of(node).picture)
                figures_[images_.same_as(picture->media)].push_back(false);
            doc::for_each_child(node, [this](const doc::Inlines& inner) { note_lines(inner); });
        }
    }
    void take(const pages::Item& item) {
        const auto* picture = std::get_if<pages::Picture>(&item.content);
        if (picture == nullptr) return;
        const MediaId media = images_.same_as(picture->media);
        auto& figures = figures_[media];
        const bool is_figure = !figures.empty() && figures.front();
        if (!figures.empty()) figures.pop_front();
        if (!is_figure) found_[media].push_back({item.at, picture->size});
    }

    const deck::Slide& slide_;
    const deck::Arrangement& boxes_;
    const image::Store& images_;
    deck::Setting setting_;
    typeset::Structure structure_{pages::Tag::section};
    Diagnostics unheard_;  // the deck's pages and its fitting tell them
    typeset::Context context_;
    std::map<MediaId, std::deque<bool>> figures_;
    std::map<MediaId, std::deque<Rect>> found_;
};

/// As high as a line of the body, at the end of its box.
Rect end_of_body(const deck::Arrangement& boxes, const image::Info& info, const Writing& writing) {
    const Length height = writing.text(Role::body).size;
    const Length width = std::min(boxes.body.size.width, height.scaled(info.width, info.height));
    return {{boxes.body.at.x + boxes.body.size.width - width,
             boxes.body.at.y + std::max(Length{}, boxes.body.size.height - height)},
            {width, height}};
}

}  // namespace

std::string leave_room(const doc::InlineImage& picture, bool bold, const Writing& writing) {
    if (writing.rooms == nullptr) return {};
    const auto info = line_picture_info(picture.media, writing);
    if (!info) return {};
    style::TextStyle style = writing.text(Role::body);
    if (bold) style.weight = 700;
    const Length space =
        typeset::line_width(no_break_space, style, writing.deck.language, writing.resources);
    const Length width = style.size.scaled(info->width, info->height);
    const std::int64_t step = std::max<std::int64_t>(1, space.units);
    const auto count = std::clamp<std::int64_t>((width.units + step - 1) / step, 1, most_spaces);
    std::string room;
    for (std::int64_t i = 0; i < count; ++i) room += no_break_space;
    writing.rooms->pictures.push_back(picture);
    return room;
}

void add_line_pictures(pugi::xml_node tree, const deck::Slide& slide,
                       const deck::Arrangement& boxes, unsigned& next_id, const std::string& part,
                       const Writing& writing) {
    if (writing.rooms == nullptr || writing.rooms->pictures.empty()) return;
    auto places = Finder(slide, boxes, writing).find();
    for (const auto& picture : writing.rooms->pictures) {
        const MediaId media = writing.resources.images.same_as(picture.media);
        const auto info = writing.resources.images.info(media);
        if (!info) continue;
        auto& found = places[media];
        const Rect box = found.empty() ? end_of_body(boxes, *info, writing) : found.front();
        if (!found.empty()) found.pop_front();
        Identity identity{next_id++, std::string(shape_name("Picture", writing.deck.language))};
        identity.alternative = picture.alternative;
        identity.decorative = picture.decorative || picture.alternative.empty();
        add_line_picture(tree, identity, media, box, part, writing);
    }
}

}  // namespace triptych::pptx
