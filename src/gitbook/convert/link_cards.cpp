#include "gitbook/convert/link_cards.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "doc/walk.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/elements.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

struct Provider {
    std::string_view host, name;
    doc::LinkCardKind kind;
};
constexpr std::array providers{
    Provider{"youtube.com", "YouTube", doc::LinkCardKind::video},
    Provider{"youtube-nocookie.com", "YouTube", doc::LinkCardKind::video},
    Provider{"youtu.be", "YouTube", doc::LinkCardKind::video},
    Provider{"vimeo.com", "Vimeo", doc::LinkCardKind::video},
    Provider{"dailymotion.com", "Dailymotion", doc::LinkCardKind::video},
    Provider{"dai.ly", "Dailymotion", doc::LinkCardKind::video},
    Provider{"loom.com", "Loom", doc::LinkCardKind::video},
    Provider{"docs.google.com", "Google Docs", doc::LinkCardKind::web},
    Provider{"drive.google.com", "Google Drive", doc::LinkCardKind::web},
    Provider{"airtable.com", "Airtable", doc::LinkCardKind::web},
    Provider{"figma.com", "Figma", doc::LinkCardKind::web},
    Provider{"miro.com", "Miro", doc::LinkCardKind::web},
    Provider{"codepen.io", "CodePen", doc::LinkCardKind::web},
    Provider{"github.com", "GitHub", doc::LinkCardKind::web},
    Provider{"spotify.com", "Spotify", doc::LinkCardKind::web},
};

std::string_view without_scheme(std::string_view address) {
    const std::size_t at = address.find("://");
    return at == std::string_view::npos ? address : address.substr(at + 3);
}

const Provider* provider_of(std::string_view host) {
    for (const Provider& provider : providers) {
        if (!host.ends_with(provider.host)) continue;
        const std::size_t front = host.size() - provider.host.size();
        if (front == 0 || host[front - 1] == '.') return &provider;
    }
    return nullptr;
}

bool names_video(std::string_view address) {
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    return path.ends_with(".mp4") || path.ends_with(".webm") || path.ends_with(".mov");
}

/// An address as people read it: without scheme, `www.` and what follows the path.
std::string short_address(std::string_view address) {
    std::string_view shown = without_scheme(address);
    if (shown.starts_with("www.")) shown.remove_prefix(4);
    if (shown.ends_with('/')) shown.remove_suffix(1);
    return std::string(shown);
}

bool has_scheme(std::string_view address) {
    return address.find("://") != std::string_view::npos || address.starts_with("mailto:");
}

std::string file_name_of(std::string_view path) {
    return std::string(
        text::file_name(text::percent_decode(path.substr(0, path.find_first_of("?#")))));
}

/// What a card for `address` is called: a file by its name, a web page by its short address.
std::string title_of_address(std::string_view address) {
    const bool stored_by_gitbook = address.find("%2F") != std::string_view::npos &&
                                   address.find("gitbook") != std::string_view::npos;
    return stored_by_gitbook || !has_scheme(address) ? file_name_of(address)
                                                     : short_address(address);
}

/// What stands inside, or the `caption` of older exports.
doc::Blocks read_caption(Converter& converter, const Node& container) {
    doc::Blocks caption = blocks_of(converter, container.children);
    if (!caption.empty()) return caption;
    doc::Inlines text = inlines_of_attribute(converter, container, "caption");
    if (!text.empty()) caption.push_back(paragraph(std::move(text), container.opening));
    return caption;
}

std::string address_of(const Node& container, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const std::string_view value = text::trim(container.get(name));
        if (!value.empty()) return without_escapes(value);
    }
    return {};
}

/// Exports before 2020 hold what is known of the media as JSON.
std::string address_in_data(const Node& embed) {
    const std::string_view data = embed.get("data");
    Diagnostics ignored;
    const auto json = yaml::parse({data}, ignored);
    return json ? scalar(child(*json, "url")) : std::string{};
}

bool reports_missing_address(Converter& converter, const Node& container,
                             std::string_view address) {
    if (!address.empty()) return false;
    converter.diagnostics.report(Kind::invalid_value, container.opening,
                                 say("'{{% {} %}}' says not what it leads to", container.name));
    return true;
}

/// The one link inside a page link, taken out of the content; without a label when there is none.
doc::Link take_link(doc::Blocks& content) {
    if (content.size() != 1) return {doc::DeadLink{}, {}};
    const auto* text = std::get_if<doc::Paragraph>(&content.front().node);
    if (text == nullptr || text->body.size() != 1) return {doc::DeadLink{}, {}};
    const auto* found = std::get_if<doc::Link>(&text->body.front().node);
    if (found == nullptr) return {doc::DeadLink{}, {}};
    doc::Link link = *found;
    content.clear();
    return link;
}

}  // namespace

doc::Block embedded(std::string address, doc::Blocks caption, Span span) {
    const std::string host = host_of(address);
    const Provider* provider = provider_of(host);
    doc::LinkCard card;
    card.kind = provider != nullptr    ? provider->kind
                : names_video(address) ? doc::LinkCardKind::video
                                       : doc::LinkCardKind::web;
    card.detail = provider != nullptr ? provider->name : host;
    card.title = {text_inline(title_of_address(address), span)};
    card.target = doc::DeadLink{std::move(address)};
    card.caption = std::move(caption);
    return {std::move(card), span};
}

void convert_embed(Converter& converter, const Node& embed, Flow& out) {
    std::string address = address_of(embed, {"url", "src"});
    if (address.empty()) address = address_in_data(embed);
    if (reports_missing_address(converter, embed, address))
        return convert(converter, embed.children, out);
    doc::Block card =
        embedded(std::move(address), read_caption(converter, embed), embed.place_of("url"));
    card.span = embed.span;
    out.add(std::move(card));
}

void convert_file(Converter& converter, const Node& file, Flow& out) {
    const std::string path = address_of(file, {"src", "url"});
    if (reports_missing_address(converter, file, path))
        return convert(converter, file.children, out);
    doc::LinkCard card;
    card.kind = doc::LinkCardKind::file;
    card.target = doc::DeadLink{path};
    card.title = {text_inline(file_name_of(path), file.place_of("src"))};
    card.caption = read_caption(converter, file);
    out.add(std::move(card), file.span);
}

void convert_page_link(Converter& converter, const Node& link, Flow& out) {
    const std::string path = address_of(link, {"url", "page"});
    if (reports_missing_address(converter, link, path))
        return convert(converter, link.children, out);
    const bool external = has_scheme(path);
    doc::LinkCard card;
    card.kind = external ? doc::LinkCardKind::web : doc::LinkCardKind::page;
    card.target = doc::DeadLink{path};
    card.caption = blocks_of(converter, link.children);
    card.title = take_link(card.caption).body;
    if (card.title.empty() || (external && doc::plain_text(card.title) == path))
        card.title = {
            text_inline(external ? short_address(path) : file_name_of(path), link.place_of("url"))};
    out.add(std::move(card), link.span);
}

void convert_api(Converter& converter, const Node& api, Flow& out) {
    doc::LinkCard card;
    card.kind = doc::LinkCardKind::api;
    card.caption = blocks_of(converter, api.children);
    const std::string method = upper_ascii(api.get("method"));
    const std::string path = text::replace_all(std::string(api.get("path")), "\u200B", "");
    card.detail = method.empty() || path.empty() ? method + path : method + " " + path;
    const std::string source = address_of(api, {"src", "url"});
    const std::string spec(api.get("spec"));
    doc::Link link = take_link(card.caption);
    card.title = std::move(link.body);
    if (card.caption.size() == 1 && !source.empty())
        if (const auto* words = std::get_if<doc::Paragraph>(&card.caption.front().node);
            words != nullptr && text::trim(doc::plain_text(words->body)) == source)
            card.caption.clear();
    if (card.title.empty())
        card.title = {text_inline(!spec.empty()    ? spec
                                  : source.empty() ? card.detail
                                                   : file_name_of(source),
                                  api.opening)};
    card.target = source.empty() ? std::move(link.target) : doc::DeadLink{source};
    out.add(std::move(card), api.span);
}

}  // namespace triptych::gitbook
