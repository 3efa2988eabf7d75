#include <algorithm>
#include <optional>
#include <utility>

#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr const char* arrow = "→ ";          // before a pointer at the foot
constexpr std::size_t longest_pointer = 40;  // words of a callout that goes to the foot
constexpr std::size_t longest_claim = 45;    // words, of both paragraphs
constexpr std::size_t most_claims = 2;
constexpr std::size_t most_beside_picture = 60;  // words

void append(doc::Inlines& to, const doc::Inlines& from) {
    to.insert(to.end(), from.begin(), from.end());
}

const doc::Inlines* lone_paragraph(const doc::Blocks& blocks) {
    const auto* paragraph =
        blocks.size() == 1 ? std::get_if<doc::Paragraph>(&blocks.front().node) : nullptr;
    return paragraph ? &paragraph->body : nullptr;
}

/// Adds the items in a row; false when one holds more than a paragraph.
bool append_items(doc::Inlines& line, const doc::List& list) {
    for (const auto& item : list.items) {
        const auto* words = lone_paragraph(item.body);
        if (!words) return false;
        const bool first = &item == &list.items.front();
        if (!line.empty()) line.push_back({doc::Text{first ? " " : " · "}, item.span});
        append(line, *words);
    }
    return true;
}

/// A paragraph, and the items of a list of paragraphs behind it, in one line; nothing when the
/// callout holds anything else.
std::optional<doc::Inlines> in_one_line(const doc::Callout& callout) {
    if (callout.body.empty() || callout.body.size() > 2) return std::nullopt;
    doc::Inlines line;
    if (const auto* first = std::get_if<doc::Paragraph>(&callout.body.front().node))
        line = first->body;
    const auto* list = std::get_if<doc::List>(&callout.body.back().node);
    const std::size_t texts = (line.empty() ? 0 : 1) + (list ? 1 : 0);
    if (texts != callout.body.size() || (list && !append_items(line, *list))) return std::nullopt;
    return line;
}

/// What a callout that only points elsewhere says, or nothing.
std::optional<doc::Inlines> pointer_in(const doc::Callout& callout) {
    if (doc::count_words(callout.body) > longest_pointer) return std::nullopt;
    auto line = in_one_line(callout);
    return line && points_elsewhere(*line) ? line : std::nullopt;
}

/// What `block` says at the foot of a slide, or nothing when it belongs in the body.
std::optional<doc::Inlines> foot_line(const doc::Block& block) {
    if (const auto* callout = std::get_if<doc::Callout>(&block.node))
        if (auto pointer = pointer_in(*callout)) {
            pointer->insert(pointer->begin(), {doc::Text{arrow}, block.span});
            return pointer;
        }
    if (const auto* card = std::get_if<doc::LinkCard>(&block.node))
        if (card->kind == doc::LinkCardKind::page && card->caption.empty())
            return doc::Inlines{{doc::Text{arrow}, block.span},
                                {doc::Link{card->target, card->title}, block.span}};
    return std::nullopt;
}

void move_pointers_to_foot(Slide& slide) {
    doc::Blocks rest;
    for (auto& block : slide.body) {
        if (auto line = foot_line(block))
            slide.links.push_back(std::move(*line));
        else
            rest.push_back(std::move(block));
    }
    slide.body = std::move(rest);
}

/// A section that only points elsewhere shows its pointers as a list.
void list_lone_links(Slide& slide) {
    if (!slide.body.empty() || slide.links.empty()) return;
    doc::List list;
    for (auto& line : slide.links) {
        const auto* sign = std::get_if<doc::Text>(&line.front().node);
        if (sign && sign->text == arrow) line.erase(line.begin());
        list.items.push_back({{paragraph_of(std::move(line), slide.span)}, {}, slide.span});
    }
    slide.links.clear();
    slide.body.push_back({std::move(list), slide.span});
}

const doc::Paragraph* claim_at(const doc::Blocks& blocks, std::size_t at) {
    if (at >= blocks.size()) return nullptr;
    const auto* paragraph = std::get_if<doc::Paragraph>(&blocks[at].node);
    if (!paragraph || is_blank(paragraph->body)) return nullptr;
    const bool plain =
        paragraph->role == doc::ParagraphRole::body || paragraph->role == doc::ParagraphRole::lede;
    return plain && !leads_on(paragraph->body) ? paragraph : nullptr;
}

std::size_t count_claims(const doc::Blocks& body) {
    std::size_t count = 0, words = 0;
    while (count < most_claims) {
        const auto* paragraph = claim_at(body, count);
        if (!paragraph) return count;
        words += count_words(paragraph->body);
        if (words > longest_claim) return count;
        ++count;
    }
    // Running text of more than two paragraphs has its claim in the first.
    return claim_at(body, count) ? 1 : count;
}

void move_claim(Slide& slide) {
    const std::size_t count = count_claims(slide.body);
    for (std::size_t i = 0; i < count; ++i)
        slide.claim.push_back(std::move(std::get<doc::Paragraph>(slide.body[i].node).body));
    slide.body.erase(slide.body.begin(), slide.body.begin() + static_cast<std::ptrdiff_t>(count));
}

/// A list of one short paragraph is what the slide stands for, without its bullet.
void state_lone_item(Slide& slide) {
    const auto* list =
        slide.body.size() == 1 ? std::get_if<doc::List>(&slide.body.front().node) : nullptr;
    if (!slide.claim.empty() || !list || list->items.size() != 1) return;
    const doc::ListItem& item = list->items.front();
    const auto* words = lone_paragraph(item.body);
    if (!words || item.task != doc::TaskState::none || count_words(*words) > longest_claim) return;
    doc::Inlines claim = *words;
    slide.claim.push_back(std::move(claim));
    slide.body.clear();
}

bool is_lone_picture(const doc::Block& block) {
    const auto* figure = std::get_if<doc::Figure>(&block.node);
    return figure && figure->pictures.size() == 1;
}

bool is_text(const doc::Block& block) {
    const doc::Traits traits = doc::traits_of(block);
    return traits.is_prose || traits.is_figure;
}

bool is_picture_slide(const Slide& slide) {
    std::size_t words = doc::count_words(slide.body);
    for (const auto& claim : slide.claim) words += count_words(claim);
    const auto figures =
        std::count_if(slide.body.begin(), slide.body.end(),
                      [](const doc::Block& block) { return doc::traits_of(block).is_figure; });
    return figures == 1 && words <= most_beside_picture &&
           std::any_of(slide.body.begin(), slide.body.end(), is_lone_picture) &&
           std::all_of(slide.body.begin(), slide.body.end(), is_text);
}

/// On a slide lists are airy, and headings stand right under the slide's title.
void prepare_for_screen(doc::Blocks& body) {
    for (auto& block : body) {
        if (auto* list = std::get_if<doc::List>(&block.node)) list->tight = false;
        if (auto* heading = std::get_if<doc::Heading>(&block.node)) heading->level = 3;
        doc::for_each_child(
            block, [](doc::Inlines&) {},
            [](doc::Blocks& inner) {
                for (auto& nested : inner)
                    if (auto* heading = std::get_if<doc::Heading>(&nested.node)) heading->level = 3;
            });
    }
}

}  // namespace

void fill(Slide& slide, doc::Blocks blocks) {
    slide.anchors = anchors_in(blocks);
    slide.notes = blocks;
    slide.body = std::move(blocks);
    prepare_for_screen(slide.body);
    move_pointers_to_foot(slide);
    list_lone_links(slide);
    move_claim(slide);
    state_lone_item(slide);
    if (is_picture_slide(slide)) slide.kind = SlideKind::picture;
}

}  // namespace triptych::deck
