#include "gitbook/convert/paragraphs.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "gitbook/convert/imports.hpp"
#include "gitbook/convert/inline_fixups.hpp"

namespace triptych::gitbook {
namespace {

/// One written line of a paragraph.
struct BrokenLine {
    doc::Inlines body;
    bool hard_break = false;  ///< it ends with one
};

/// Cuts a paragraph at its line breaks, hard and soft, on the top level.
std::vector<BrokenLine> lines_of(doc::Inlines body) {
    std::vector<BrokenLine> lines(1);
    for (doc::Inline& node : body) {
        if (std::holds_alternative<doc::LineBreak>(node.node)) {
            lines.back().hard_break = true;
            lines.emplace_back();
            continue;
        }
        auto* text = std::get_if<doc::Text>(&node.node);
        if (text == nullptr) {
            lines.back().body.push_back(std::move(node));
            continue;
        }
        const auto pieces = text::split(text->text, '\n');
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (i > 0) lines.emplace_back();
            if (!pieces[i].empty())
                lines.back().body.push_back(text_inline(std::string(pieces[i]), node.span));
        }
    }
    return lines;
}

bool is_blank_text(const doc::Inline& node) {
    const auto* text = std::get_if<doc::Text>(&node.node);
    return text != nullptr && text::trim(text->text).empty();
}

/// The picture of a line on its own, alone in a link or not.
struct LinePicture {
    const doc::InlineImage* image = nullptr;
    const doc::Link* link = nullptr;
};

bool is_block_picture(const Converter& converter, const doc::Inline& node) {
    const auto* image = std::get_if<doc::InlineImage>(&node.node);
    return image != nullptr && !converter.looks[index(image->media)].in_line;
}

LinePicture picture_in(const Converter& converter, const doc::Inline& node) {
    if (is_block_picture(converter, node)) return {&std::get<doc::InlineImage>(node.node), nullptr};
    const auto* link = std::get_if<doc::Link>(&node.node);
    if (link == nullptr || link->body.size() != 1) return {};
    if (!is_block_picture(converter, link->body.front())) return {};
    return {&std::get<doc::InlineImage>(link->body.front().node), link};
}

/// Whether a line holds pictures and nothing else, none of which is meant to stand in the text.
bool is_picture_line(const Converter& converter, const BrokenLine& line) {
    bool found = false;
    for (const doc::Inline& node : line.body) {
        if (is_blank_text(node)) continue;
        if (picture_in(converter, node).image == nullptr) return false;
        found = true;
    }
    return found;
}

void append_figure(Converter& converter, const BrokenLine& line, doc::Blocks& out) {
    doc::Figure figure;
    Span span;
    for (const doc::Inline& node : line.body) {
        const auto [image, link] = picture_in(converter, node);
        if (image == nullptr) continue;
        figure.pictures.push_back(picture_of(converter, *image, node.span));
        if (link != nullptr) figure.pictures.back().target = link->target;
        const std::string& title = converter.looks[index(image->media)].title;
        if (figure.caption.empty() && !title.empty())
            figure.caption = finished_text(converter, title, node.span);
        span = span.file == FileId::none ? node.span : Span{span.file, span.begin, node.span.end};
    }
    out.push_back({std::move(figure), span});
}

/// A mark that asks for the contents of the page, alone in its paragraph.
bool is_contents_mark(const doc::Inlines& body) {
    const auto* text = body.size() == 1 ? std::get_if<doc::Text>(&body.front().node) : nullptr;
    if (text == nullptr) return false;
    const std::string mark = text::lower_case(text->text);
    return mark == "[toc]" || mark == "[[toc]]" || mark == "[[_toc_]]" || mark == "${toc}";
}

void append_text(Converter& converter, doc::Inlines body, Span span, doc::Blocks& out) {
    finish_inlines(converter, body);
    if (is_blank(body)) return;
    if (is_contents_mark(body))
        return converter.diagnostics.report(Kind::content_dropped, span,
                                            say("mark for the contents of the page is left out"),
                                            say("each output lists the headings in its own way"));
    if (body.size() == 1)
        if (auto* math = std::get_if<doc::Math>(&body.front().node))
            return out.push_back({doc::MathBlock{std::move(math->tex)}, span});
    out.push_back(paragraph(std::move(body), span));
}

bool has_picture(const doc::Inlines& body) {
    return std::any_of(body.begin(), body.end(), [](const doc::Inline& node) {
        return std::holds_alternative<doc::InlineImage>(node.node);
    });
}

/// Whether a link is there that may stand for a picture or a listing.
bool has_link(const doc::Inlines& body) {
    return std::any_of(body.begin(), body.end(), [](const doc::Inline& node) {
        return std::holds_alternative<doc::Link>(node.node);
    });
}

}  // namespace

doc::Picture picture_of(const Converter& converter, const doc::InlineImage& image, Span span) {
    return {
        image.media, image.alternative, image.decorative, converter.looks[index(image.media)].width,
        span,        std::nullopt};
}

void append_paragraph(Converter& converter, doc::Inlines body, Span span, doc::Blocks& out) {
    if (!has_picture(body) && !has_link(body))
        return append_text(converter, std::move(body), span, out);
    doc::Inlines text;
    for (BrokenLine& line : lines_of(std::move(body))) {
        auto import = imported_code(converter, line.body);
        if (import || is_picture_line(converter, line)) {
            append_text(converter, std::exchange(text, {}), span, out);
            if (import)
                out.push_back(std::move(*import));
            else
                append_figure(converter, line, out);
            continue;
        }
        for (doc::Inline& node : line.body) text.push_back(std::move(node));
        const Span end{span.file, span.end, span.end};
        if (line.hard_break)
            text.push_back({doc::LineBreak{}, end});
        else
            text.push_back(text_inline("\n", end));
    }
    append_text(converter, std::move(text), span, out);
}

}  // namespace triptych::gitbook
