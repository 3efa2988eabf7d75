#include "gitbook/convert/figures.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/convert/inline_fixups.hpp"
#include "gitbook/convert/link_cards.hpp"
#include "gitbook/convert/paragraphs.hpp"
#include "gitbook/convert/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t most_columns = 3;

/// What a figure holds beside its caption: pictures, and all else.
struct FigureContent {
    std::vector<doc::Picture> pictures;
    doc::Inlines caption;
    doc::Blocks rest;
};

void add_pictures(const Converter& converter, const doc::Inlines& body, FigureContent& content) {
    for (const doc::Inline& node : body) {
        if (const auto* image = std::get_if<doc::InlineImage>(&node.node))
            content.pictures.push_back(picture_of(converter, *image, node.span));
        const auto* link = std::get_if<doc::Link>(&node.node);
        if (link == nullptr) continue;
        const std::size_t first = content.pictures.size();
        add_pictures(converter, link->body, content);
        for (std::size_t i = first; i < content.pictures.size(); ++i)
            content.pictures[i].target = link->target;
    }
}

bool holds_picture(const doc::Inline& node) {
    const auto* link = std::get_if<doc::Link>(&node.node);
    return std::holds_alternative<doc::InlineImage>(node.node) ||
           (link != nullptr && std::any_of(link->body.begin(), link->body.end(), holds_picture));
}

/// Sorts the blocks inside a figure.
FigureContent content_of(Converter& converter, const Node& figure) {
    FigureContent content;
    Flow inside(converter);
    for (const Node& child : figure.children) {
        if (!child.is("figcaption")) {
            convert(converter, child, inside);
            continue;
        }
        Line line = line_of(converter, child.children, child.span);
        finish_inlines(converter, line.text);
        for (doc::Inline& node : line.text) content.caption.push_back(std::move(node));
        inside.add_all(std::move(line.rest));
    }
    for (doc::Block& block : inside.take()) {
        auto* pictures = std::get_if<doc::Figure>(&block.node);
        if (pictures != nullptr) {
            for (doc::Picture& picture : pictures->pictures)
                content.pictures.push_back(std::move(picture));
            continue;
        }
        if (auto* text = std::get_if<doc::Paragraph>(&block.node)) {
            add_pictures(converter, text->body, content);
            std::erase_if(text->body, holds_picture);
            if (is_blank(text->body)) continue;
        }
        content.rest.push_back(std::move(block));
    }
    return content;
}

bool is_centred(const Node& node) {
    const std::string_view style = node.get("style");
    const std::size_t at = style.find("text-align:");
    return node.get("align") == "center" ||
           (at != std::string_view::npos &&
            text::trim(style.substr(at + 11)).starts_with("center"));
}

std::string media_address(const Node& media) {
    for (const std::string_view name : {"src", "data"})
        if (!media.get(name).empty()) return std::string(media.get(name));
    const Node* source = child_named(media, "source");
    return source == nullptr ? std::string() : std::string(source->get("src"));
}

}  // namespace

void convert_figure(Converter& converter, const Node& node, Flow& out) {
    FigureContent content = content_of(converter, node);
    add_anchor(node, out);
    if (!content.pictures.empty())
        out.add(doc::Figure{std::move(content.pictures), std::move(content.caption)}, node.span);
    else if (!content.caption.empty())
        content.rest.push_back(paragraph(std::move(content.caption), node.span));
    out.add_all(std::move(content.rest));
}

void add_caption(const Node& node, doc::Blocks& blocks) {
    if (blocks.size() < 2 || !is_centred(node)) return;
    auto* words = std::get_if<doc::Paragraph>(&blocks.back().node);
    auto* figure = std::get_if<doc::Figure>(&blocks[blocks.size() - 2].node);
    if (words == nullptr || figure == nullptr || !figure->caption.empty()) return;
    figure->caption = std::move(words->body);
    blocks.pop_back();
}

void convert_media(Converter& converter, const Node& node, Flow& out) {
    const std::string address = media_address(node);
    doc::Blocks caption = blocks_of(converter, node.children);
    if (address.empty()) return out.add_all(std::move(caption));
    out.add(embedded(address, std::move(caption), node.span));
}

void add_gallery(doc::Blocks figures, Span span, Flow& out) {
    const auto has_caption = [](const doc::Block& block) {
        return !std::get<doc::Figure>(block.node).caption.empty();
    };
    if (std::none_of(figures.begin(), figures.end(), has_caption)) {
        doc::Figure gallery;
        for (doc::Block& block : figures)
            for (doc::Picture& picture : std::get<doc::Figure>(block.node).pictures)
                gallery.pictures.push_back(std::move(picture));
        return out.add(std::move(gallery), span);
    }
    if (figures.size() > most_columns) return out.add_all(std::move(figures));
    doc::Columns columns;
    for (doc::Block& block : figures) {
        doc::SideColumn& column = columns.columns.emplace_back();
        column.body.push_back(std::move(block));
    }
    out.add(std::move(columns), span);
}

}  // namespace triptych::gitbook
