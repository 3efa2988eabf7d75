#include "epub/document.hpp"

#include <fmt/format.h>

#include <set>
#include <span>
#include <utility>
#include <vector>

#include "base/language_tag.hpp"
#include "base/match.hpp"
#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/title_text.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/walk.hpp"
#include "markup/lexicon.hpp"

namespace triptych::epub {
namespace {

/// Writes one file of the spine; answers the questions of `markup` about it.
class DocumentWriter {
public:
    DocumentWriter(const Document& document, const DocumentParts& parts)
        : document_(document),
          parts_(parts),
          page_(parts.book.pages[index(document.page)]),
          page_starts_(parts.page_starts[index(document.page)]) {}

    WrittenDocument write() {
        pugi::xml_document xhtml;
        const auto title = document_.part
                               ? doc::plain_text(parts_.book.parts[*document_.part].title)
                               : page_.short_title;
        auto body = start_document(xhtml, title, parts_.book.metadata, "../");
        auto section = element(body, "section");
        if (document_.part)
            append_part_title(section, parts_.book.parts[*document_.part]);
        else
            append_text(section);
        const bool embeds = parts_.resources.sheet.ebook.embed_fonts;
        return {xml::to_string(xhtml, xml::Layout::raw), writer_.has_formulas, page_breaks_in(body),
                embeds ? text_use(body, writer_.language, parts_.resources) : TextUse{},
                std::move(writer_.diagnostics)};
    }

private:
    markup::Host host() {
        return {
            markup::Vocabulary::epub,
            [this](const doc::Target& target) { return href(target); },
            [this](pugi::xml_node parent, MediaId media, std::string_view alternative) {
                return append_picture(parent, media, alternative);
            },
            [this](pugi::xml_node parent, std::uint32_t note) {
                append_note_reference(parent, note);
            },
            [](pugi::xml_node node, const std::string& id) { xml::set_attribute(node, "id", id); },
            [this](pugi::xml_node parent, pugi::xml_node before, Span source) {
                add_page_breaks(parent, before, source);
            }};
    }

    const std::string& file_of(const std::string& id) const {
        return parts_.documents.name_of(document_.page, id);
    }
    /// Address of the element `id` of this page.
    std::string address_of(const std::string& id) const {
        return (file_of(id) == document_.name ? "" : file_of(id)) + "#" + id;
    }
    std::string href(const doc::Target& target) const {
        return std::visit(Match{
                              [&](const doc::PageRef& ref) {
                                  const auto& name =
                                      parts_.documents.name_of(ref.page, ref.element);
                                  return ref.element.empty() ? name : name + "#" + ref.element;
                              },
                              [](const doc::Url& url) { return text::percent_encode(url.address); },
                              [](const doc::FileRef&) { return std::string(); },
                              // Readers can't open another e-book: it is named beside the words.
                              [](const doc::TranslationRef&) { return std::string(); },
                              [](const doc::DeadLink&) { return std::string(); },
                          },
                          target);
    }

    /// Readers that do not know its type pass it over.
    static void append_source(pugi::xml_node picture, const char* query, const MediaFile& file) {
        auto source = element(picture, "source");
        xml::set_attribute(source, "media", query);
        xml::set_attribute(source, "type", file.media_type);
        xml::set_attribute(source, "srcset", "../images/" + file.name);
    }

    pugi::xml_node append_picture(pugi::xml_node parent, MediaId media,
                                  std::string_view alternative) const {
        const auto& file = parts_.media[index(media)];
        if (file.name.empty()) return {};
        const auto dark = writer_.book.media[index(media)].dark;
        const bool has_dark = dark != no_media && !parts_.media[index(dark)].name.empty();
        if (has_dark || file.still || file.moving) parent = element(parent, "picture");
        if (has_dark)
            append_source(parent, "(prefers-color-scheme: dark)", parts_.media[index(dark)]);
        if (file.still)
            append_source(parent, "(prefers-reduced-motion: reduce)", parts_.media[*file.still]);
        if (file.moving)
            append_source(parent, "(prefers-reduced-motion: no-preference)",
                          parts_.media[*file.moving]);
        auto node = element(parent, "img");
        xml::set_attribute(node, "src", "../images/" + file.name);
        xml::set_attribute(node, "alt", alternative);
        return node;
    }

    void append_note_reference(pugi::xml_node parent, std::uint32_t note) {
        auto node = element(element(parent, "sup"), "a");
        xml::set_attribute(node, "href", address_of(note_id(page_, note)));
        const auto id = note_reference_id(page_, note);
        const bool is_first = file_of(id) == document_.name && referenced_.insert(note).second;
        if (is_first) xml::set_attribute(node, "id", id);
        xml::set_attribute(node, "epub:type", "noteref");
        xml::set_attribute(node, "role", "doc-noteref");
        xml::append_text(node, own_digits(note + 1, writer_.language));
    }

    /// Marks that printed pages begin in what was written at `source` and stands behind `before`.
    void add_page_breaks(pugi::xml_node parent, pugi::xml_node before, Span source) {
        if (page_starts_.empty()) return;
        if (const auto starts = page_starts_.extract(place_of(source)))
            append_marks(parent, before, starts.mapped());
    }

    void append_text(pugi::xml_node section) {
        append_opening(section);
        const std::span<const doc::Block> blocks = page_.body;
        const std::size_t count = document_.end - document_.begin;
        markup::append_blocks(section, blocks.subspan(document_.begin, count), writer_);
        append_notes(section);
    }

    void append_part_title(pugi::xml_node section, const doc::Part& part) {
        xml::set_attribute(section, "class", "part");
        xml::set_attribute(section, "epub:type", "part");
        xml::set_attribute(section, "role", "doc-part");
        xml::set_attribute(section, "id", part.id);
        xml::set_attribute(section, "aria-labelledby", title_id(part.id));
        append_part_number(section);
        auto title = element(section, "h1", "part-title");
        xml::set_attribute(title, "id", title_id(part.id));
        markup::append_line(title, part.title, writer_);
        append_part_chapters(section, part);
    }

    void append_part_number(pugi::xml_node section) {
        const std::string& number = parts_.names.parts[*document_.part].number;
        if (number.empty()) return;
        auto numeral = text_element(section, "p", number);
        xml::set_attribute(numeral, "class", "part-number");
        xml::set_attribute(numeral, "aria-hidden", "true");
    }

    void append_part_chapters(pugi::xml_node section, const doc::Part& part) {
        auto list = element(section, "ol", "part-chapters");
        for (const PageId id : part.pages) {
            const doc::Page& page = parts_.book.pages[index(id)];
            if (page.depth > 0 && id != part.pages.front()) continue;
            auto link = text_element(element(list, "li"), "a",
                                     text::without_leading_pictographs(page.short_title));
            xml::set_attribute(link, "href", parts_.documents.name_of(id, {}));
        }
    }

    /// The title opens the chapter; a later file of a long page goes on under its name only.
    void append_opening(pugi::xml_node section) {
        if (!document_.is_first) {
            xml::set_attribute(section, "aria-label", page_.short_title);
            return;
        }
        xml::set_attribute(section, "epub:type", "chapter");
        xml::set_attribute(section, "role", "doc-chapter");
        xml::set_attribute(section, "id", page_.id);
        xml::set_attribute(section, "aria-labelledby", title_id(page_.id));
        const auto before = section.last_child();
        if (page_.cover)
            if (auto cover = append_picture(section, *page_.cover, ""))
                xml::set_attribute(cover, "class", "banner");
        auto title = element(section, "h1");
        xml::set_attribute(title, "id", title_id(page_.id));
        markup::append_line(title, page_.title, writer_);
        add_page_breaks(section, before, page_.span);
    }

    /// The notes whose first reference stands in this document.
    std::vector<std::uint32_t> notes() const {
        std::vector<std::uint32_t> notes;
        for (std::uint32_t i = 0; i < page_.notes.size(); ++i)
            if (file_of(note_id(page_, i)) == document_.name) notes.push_back(i);
        return notes;
    }
    void append_note(pugi::xml_node section, std::uint32_t number) {
        auto note = element(section, "aside");
        xml::set_attribute(note, "id", note_id(page_, number));
        xml::set_attribute(note, "epub:type", "footnote");
        xml::set_attribute(note, "role", "doc-footnote");
        auto head = element(note, "p", "note-number");
        numbers_.emplace_back(
            number, text_element(head, "span", own_digits(number + 1, writer_.language) + "."));
        markup::append_blocks(note, page_.notes[number].body, writer_);
    }
    /// Back to the reference; one may have been in what no reader of e-books shows.
    void link_back(pugi::xml_node back, std::uint32_t number) const {
        if (referenced_.count(number) == 0) return;
        back.set_name("a");
        xml::set_attribute(back, "href", "#" + note_reference_id(page_, number));
        xml::set_attribute(back, "role", "doc-backlink");
        xml::set_attribute(back, "aria-label",
                           fmt::format("{}. {}", own_digits(number + 1, writer_.language),
                                       word_in(writer_.language, Word::back_to_text)));
        markup::tell_words(back, writer_.language);
    }
    void append_notes(pugi::xml_node body) {
        const auto here = notes();
        if (here.empty()) return;
        auto section = element(body, "section", "notes");
        xml::set_attribute(section, "epub:type", "footnotes");
        xml::set_attribute(section, "role", "doc-endnotes");
        markup::tell_words(text_element(section, "h2", word_in(writer_.language, Word::notes)),
                           writer_.language);
        for (const auto note : here) append_note(section, note);
        for (const auto& [number, node] : numbers_) link_back(node, number);
    }

    const Document& document_;
    const DocumentParts& parts_;
    const doc::Page& page_;
    PageStarts page_starts_;              ///< those still to be written
    std::set<std::uint32_t> referenced_;  ///< notes whose first reference is written
    std::vector<std::pair<std::uint32_t, pugi::xml_node>> numbers_;  ///< of the notes written
    markup::Host host_ = host();
    markup::Writer writer_{parts_.book, host_, parts_.book.metadata.language};
};

pugi::xml_node append_link(pugi::xml_node head, std::string_view relation, std::string_view type,
                           std::string_view address) {
    auto link = element(head, "link");
    xml::set_attribute(link, "rel", relation);
    xml::set_attribute(link, "type", type);
    xml::set_attribute(link, "href", address);
    return link;
}

}  // namespace

pugi::xml_node start_document(pugi::xml_document& document, std::string_view title,
                              const doc::Metadata& metadata, std::string_view root) {
    const std::string& language = metadata.language;
    document.append_child(pugi::node_doctype).set_value("html");
    auto html = document.append_child("html");
    xml::set_attribute(html, "xmlns", "http://www.w3.org/1999/xhtml");
    xml::set_attribute(html, "xmlns:epub", "http://www.idpf.org/2007/ops");
    xml::set_attribute(html, "lang", language);
    xml::set_attribute(html, "xml:lang", language);
    if (is_right_to_left(language)) xml::set_attribute(html, "dir", "rtl");
    auto head = element(html, "head");
    text_element(head, "title", title);
    append_link(head, "stylesheet", "text/css", fmt::format("{}{}", root, "style.css"));
    if (!metadata.pronunciations.empty()) {
        auto link = append_link(head, "pronunciation", markup::lexicon_type,
                                fmt::format("{}{}", root, lexicon_name));
        xml::set_attribute(link, "hreflang", language);
    }
    return element(html, "body");
}

WrittenDocument write_document(const Document& document, const DocumentParts& parts) {
    return DocumentWriter(document, parts).write();
}

}  // namespace triptych::epub
