#include "gitbook/book/resolve.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/match.hpp"
#include "base/permission_hint.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/file_detail.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/link_labels.hpp"
#include "gitbook/book/lost_blocks.hpp"
#include "gitbook/book/missing_files.hpp"
#include "gitbook/syntax/address.hpp"

namespace triptych::gitbook {
namespace {

class PageResolver {
public:
    PageResolver(doc::Page& page, const std::vector<MediaReference>& media, const Origin& origin,
                 const ResolveContext& context, Diagnostics& diagnostics)
        : page_(page),
          files_(page.span.file, media, origin, context, diagnostics),
          diagrams_(page.path, context.diagrams, context.language, diagnostics),
          origin_(origin),
          context_(context),
          diagnostics_(diagnostics) {}

    std::vector<doc::Media> resolve() {
        if (page_.cover) page_.cover = files_.cover(*page_.cover);
        inlines(page_.title);
        blocks(page_.body);
        for (doc::Note& note : page_.notes) blocks(note.body);
        return files_.take();
    }

private:
    // ---- links

    doc::Target target(const doc::Target& written, Span span) {
        left_out_.clear();
        const auto* dead = std::get_if<doc::DeadLink>(&written);
        if (dead == nullptr) return written;
        Destination destination = context_.links.resolve(dead->written, files_.origin_of(span));
        const bool elsewhere = span.file != page_.span.file && span.file != FileId::none;
        if (elsewhere && destination.finding) {
            Destination retried = context_.links.resolve(dead->written, origin_);
            if (!retried.finding) destination = std::move(retried);
        }
        if (const auto& finding = destination.finding) {
            const auto* lost = std::get_if<doc::DeadLink>(&destination.target);
            const auto obstacle = lost ? files_.obstacle_to(lost->written, span) : std::nullopt;
            if (obstacle)
                diagnostics_.report(finding->kind, span,
                                    say("'{}' can't be read: {}; the link becomes plain text",
                                        lost->written, reason(*obstacle)),
                                    permission_hint());
            else
                diagnostics_.report(finding->kind, span, finding->message, finding->hint);
        }
        left_out_ = std::move(destination.left_out);
        return std::visit(
            Match{
                [](doc::PageRef& page) -> doc::Target { return std::move(page); },
                [](doc::Url& url) -> doc::Target { return std::move(url); },
                [](doc::TranslationRef& page) -> doc::Target { return std::move(page); },
                [](doc::DeadLink& lost) -> doc::Target { return std::move(lost); },
                [&](LocalFile& file) -> doc::Target {
                    return doc::FileRef{files_.claim(file.path, doc::MediaKind::file)};
                },
            },
            destination.target);
    }

    static const std::string& written_in(const doc::Target& target) {
        static const std::string none;
        const auto* dead = std::get_if<doc::DeadLink>(&target);
        return dead == nullptr ? none : dead->written;
    }

    /// What a link without a label of its own is called.
    std::string name_of_target(const doc::Target& target) const {
        return std::visit(
            Match{
                [&](const doc::PageRef& ref) { return context_.links.title(ref.page); },
                [](const doc::Url& url) { return url.address; },
                [&](const doc::FileRef& ref) { return last_part(files_.path_of(ref.media)); },
                [](const doc::TranslationRef& ref) { return ref.title; },
                [](const doc::DeadLink& dead) { return last_part(dead.written); },
            },
            target);
    }

    const std::string& left_out_title() {
        const auto [entry, is_new] = left_out_titles_.try_emplace(left_out_);
        if (is_new) entry->second = title_of_file(context_.files, left_out_);
        return entry->second;
    }

    /// GitBook shows the heading where the label of a mention is its anchor, `#heading`.
    const std::string* mentioned_heading(std::string_view label, const doc::Target& target,
                                         std::string_view written) const {
        const auto* place = std::get_if<doc::PageRef>(&target);
        if (place == nullptr || !label.starts_with('#')) return nullptr;
        const bool anchor = label.substr(1) == split_reference(written).fragment;
        return anchor ? context_.links.heading(*place) : nullptr;
    }

    void relabel(doc::Inlines& label, const doc::Target& target, std::string_view written,
                 Span span, LabelOf kind) {
        const std::string plain(text::trim(doc::plain_text(label)));
        if (const std::string* heading = mentioned_heading(plain, target, written)) {
            label = {{doc::Text{*heading}, span}};
            return;
        }
        const bool shows_picture = plain.empty() && holds_picture(label);
        if (shows_picture || !repeats_target(plain, written, kind)) return;
        if (is_broken_marker(written)) return label.clear();
        if (!plain.empty() && !std::holds_alternative<doc::PageRef>(target) && left_out_.empty())
            return;
        std::string name = left_out_.empty() ? name_of_target(target) : left_out_title();
        if (!name.empty()) label = {{doc::Text{std::move(name)}, span}};
    }

    // ---- inlines

    void inlines(doc::Inlines& list) {
        for (doc::Inline& node : list) {
            if (std::holds_alternative<doc::InlineImage>(node.node)) inline_image(node);
            auto* link = std::get_if<doc::Link>(&node.node);
            if (link != nullptr) {
                const std::string written = written_in(link->target);
                link->target = target(link->target, node.span);
                relabel(link->body, link->target, written, node.span, LabelOf::link);
                ++links_around_;
            }
            doc::for_each_child(node, [this](doc::Inlines& children) { inlines(children); });
            if (link != nullptr) --links_around_;
        }
    }

    /// A picture in the line that is not there leaves its alternative text, or says what is missing
    /// by name; the name alone where it is a link.
    void inline_image(doc::Inline& node) {
        auto& image = std::get<doc::InlineImage>(node.node);
        if (files_.is_twin(image.media)) {
            node.node = doc::Text{};
            return;
        }
        const FoundPicture& found = files_.find_picture(image.media);
        if (found.is_in_book()) {
            image.media = found.media;
            files_.describe(image, node.span);
            return;
        }
        files_.report_missing(found, node.span);
        std::string name = image.alternative;
        if (name.empty()) name = last_part(files_.written_path(image.media));
        const auto* url = found.on_web();
        const bool in_link = links_around_ > 0;
        if (url != nullptr && !in_link)
            node.node = doc::Link{*url, {{doc::Text{std::move(name)}, node.span}}};
        else if (image.alternative.empty() && !in_link)
            node = missing_in_text(name, node.span);
        else
            node.node = doc::Text{std::move(name)};
    }

    doc::Inline missing_in_text(const std::string& name, Span span) const {
        const std::string& language = context_.language;
        const std::string words = std::string(word_in(language, Word::missing_image)) +
                                  std::string(word_in(language, Word::colon)) + name;
        return doc::own_words('[' + words + ']', language, span).front();
    }

    // ---- blocks

    void blocks(doc::Blocks& list) {
        const bool has_figure = std::any_of(list.begin(), list.end(), [](const doc::Block& block) {
            return std::holds_alternative<doc::Figure>(block.node);
        });
        if (has_figure) list = with_missing_pictures(std::move(list));
        for (doc::Block& block : list) this->block(block);
        std::erase_if(list, is_lost_card);
    }

    void block(doc::Block& block) {
        diagram(block);
        if (auto* cards = std::get_if<doc::Cards>(&block.node))
            for (doc::Card& card : cards->cards) this->card(card);
        if (auto* card = std::get_if<doc::LinkCard>(&block.node)) link_card(*card, block.span);
        doc::for_each_child(
            block, [this](doc::Inlines& children) { inlines(children); },
            [this](doc::Blocks& children) { blocks(children); });
        if (auto* figure = std::get_if<doc::Figure>(&block.node)) files_.describe(*figure);
    }

    /// A diagram becomes its picture, where there is one.
    void diagram(doc::Block& block) {
        const auto* source = std::get_if<doc::Diagram>(&block.node);
        if (source == nullptr) return;
        const auto claim = [this](const std::string& path) {
            return files_.claim(path, doc::MediaKind::picture);
        };
        if (auto figure = diagrams_.drawn(*source, block.span, claim))
            block.node = *std::move(figure);
    }

    void card(doc::Card& card) {
        if (card.cover) cover(card);
        if (!card.target) return;
        const std::string written = written_in(*card.target);
        card.target = target(*card.target, card.span);
        relabel(card.title, *card.target, written, card.span, LabelOf::card);
    }

    void cover(doc::Card& card) {
        doc::Picture& picture = *card.cover;
        const FoundPicture& found = files_.find_picture(picture.media);
        if (found.is_in_book()) {
            picture.media = found.media;
            files_.describe_cover(picture);
            return;
        }
        files_.report_missing(found, picture.span);
        card.cover.reset();
    }

    void link_card(doc::LinkCard& card, Span span) {
        const std::string written = written_in(card.target);
        if (written.empty() && card.kind == doc::LinkCardKind::api)
            return diagnostics_.report(
                Kind::broken_link, span,
                say("the description of this API is stored in GitBook only"),
                say("keep its file in the book, or link to it in the block"));
        card.target = target(card.target, span);
        relabel(card.title, card.target, written, span, LabelOf::card);
        std::visit(Match{
                       [&](const doc::PageRef&) { card.kind = doc::LinkCardKind::page; },
                       [&](const doc::Url& url) {
                           if (card.kind == doc::LinkCardKind::page)
                               card.kind = doc::LinkCardKind::web;
                           if (card.detail.empty()) card.detail = host_of(url.address);
                       },
                       [&](const doc::FileRef& ref) { file_card(card, ref.media); },
                       [&](const doc::TranslationRef&) { card.kind = doc::LinkCardKind::page; },
                       [](const doc::DeadLink&) {},
                   },
                   card.target);
    }

    void file_card(doc::LinkCard& card, MediaId media) {
        if (card.kind == doc::LinkCardKind::api) return;
        card.kind = doc::LinkCardKind::file;
        if (!card.detail.empty()) return;
        const std::string& path = files_.path_of(media);
        if (const auto bytes = context_.files.read(path))
            card.detail = file_detail(path, bytes->size(), context_.language);
    }

    // ---- figures

    /// Figures lose the pictures that are not there, which become blocks of their own.
    doc::Blocks with_missing_pictures(doc::Blocks list) {
        doc::Blocks result;
        result.reserve(list.size());
        for (doc::Block& block : list) {
            auto* figure = std::get_if<doc::Figure>(&block.node);
            if (figure == nullptr) {
                result.push_back(std::move(block));
                continue;
            }
            doc::Blocks lost = find_pictures(*figure);
            if (figure->pictures.empty())
                add_caption(lost, std::move(figure->caption), block.span);
            else
                result.push_back(std::move(block));
            std::move(lost.begin(), lost.end(), std::back_inserter(result));
        }
        return result;
    }

    /// Finds the pictures of `figure`; those not found are taken out and returned as blocks.
    doc::Blocks find_pictures(doc::Figure& figure) {
        doc::Blocks lost;
        std::vector<doc::Picture> kept;
        for (doc::Picture& picture : figure.pictures) {
            if (files_.is_twin(picture.media)) continue;
            const FoundPicture& found = files_.find_picture(picture.media);
            if (picture.target) picture.target = target(*picture.target, picture.span);
            if (found.is_in_book()) {
                picture.media = found.media;
                kept.push_back(std::move(picture));
                continue;
            }
            files_.report_missing(found, picture.span);
            lost.push_back(lost_picture(found, picture));
        }
        figure.pictures = std::move(kept);
        return lost;
    }

    doc::Block lost_picture(const FoundPicture& found, const doc::Picture& picture) const {
        const std::string path = files_.written_path(picture.media);
        const auto* url = found.on_web();
        if (url == nullptr && !picture.target)
            return {doc::MissingPicture{path, picture.alternative, {}}, picture.span};
        std::string title = picture.alternative.empty() ? last_part(path) : picture.alternative;
        if (picture.target) return linked_name(std::move(title), picture);
        if (title.empty()) title = url->address;
        doc::LinkCard card{doc::LinkCardKind::web, *url, {}, host_of(url->address), {}};
        card.title.push_back({doc::Text{std::move(title)}, picture.span});
        return {std::move(card), picture.span};
    }

    doc::Page& page_;
    PageFiles files_;
    PageDiagrams diagrams_;
    Origin origin_;
    const ResolveContext& context_;
    Diagnostics& diagnostics_;
    int links_around_ = 0;
    std::string left_out_;  ///< the page outside the book that the last target means
    std::unordered_map<std::string, std::string> left_out_titles_;
};

}  // namespace

std::vector<doc::Media> resolve_page(doc::Page& page, const std::vector<MediaReference>& media,
                                     const Origin& origin, const ResolveContext& context,
                                     Diagnostics& diagnostics) {
    return PageResolver(page, media, origin, context, diagnostics).resolve();
}

}  // namespace triptych::gitbook
