#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include <triptych/diagnostics.hpp>

#include "base/reading_direction.hpp"
#include "doc/model.hpp"

/// The model as elements of HTML in their XML form, one function per kind of node: for the e-book
/// and for the slides in HTML.
namespace triptych::markup {

/// Attributes beyond those of HTML: e-books also say what their elements are with `epub:type`.
enum class Vocabulary : std::uint8_t { html, epub };

/// What every output that is written as HTML decides for itself; all functions must be given.
struct Host {
    Vocabulary vocabulary{};
    /// Address of a link; empty when it leads nowhere.
    std::function<std::string(const doc::Target& target)> address;
    /// Adds the element that shows a picture; a null node when it can't be shown.
    std::function<pugi::xml_node(pugi::xml_node parent, MediaId media,
                                 std::string_view alternative)>
        append_picture;
    /// Adds the reference to note `note` (from 0) of the page that is being written.
    std::function<void(pugi::xml_node parent, std::uint32_t note)> append_note_reference;
    /// Makes `id` the id of the element `node`, unless the document has it already.
    std::function<void(pugi::xml_node node, const std::string& id)> set_id;
    /// Called when the block from `source` was added to `parent`, behind `before`; that is null
    /// when it is the first thing in it.
    std::function<void(pugi::xml_node parent, pugi::xml_node before, Span source)> written;
};

/// What writing one document needs; never shared.
struct Writer {
    const doc::Book& book;
    const Host& host;
    std::string language;
    std::uint8_t level = 1;  ///< of the heading the writer is under
    /// Level that a heading is written at, by its level in the page.
    std::array<std::uint8_t, 7> heading_levels = {1, 1, 2, 3, 4, 5, 6};
    bool has_formulas = false;
    /// That of the line that is being written, where it is not the language's.
    std::optional<ParagraphDirection> direction{};
    /// Notes that are referred to inside the link that is being written: their references are
    /// links, too, and follow behind it. Null outside of links.
    std::vector<std::uint32_t>* notes_in_link = nullptr;
    Diagnostics diagnostics{};
};

/// A link (HTML §4.5.1), in which nothing that is written is a link until it goes out of scope.
class LinkScope {
public:
    /// With an empty `address`, or inside another link, the element is `otherwise`, or none.
    LinkScope(pugi::xml_node parent, const std::string& address, Writer& writer,
              const char* otherwise = nullptr);
    /// Adds the references to notes behind the link.
    ~LinkScope();
    LinkScope(const LinkScope&) = delete;
    LinkScope& operator=(const LinkScope&) = delete;

    pugi::xml_node node() const { return node_; }

private:
    pugi::xml_node parent_, node_;
    Writer& writer_;
    std::vector<std::uint32_t> notes_;
    bool is_link_;
};

void append_inlines(pugi::xml_node parent, const doc::Inlines& inlines, Writer& writer);
/// All that is in the line that `parent` is, which says where it reads to if that is not to where
/// its language does.
void append_line(pugi::xml_node parent, const doc::Inlines& inlines, Writer& writer);
void append_blocks(pugi::xml_node parent, std::span<const doc::Block> blocks, Writer& writer);

/// Gives `node` the model's id, if there is one.
void set_id(pugi::xml_node node, const std::string& id, const Writer& writer);
/// Code reads from left to right in books that do not, too.
void set_to_right(pugi::xml_node node, const Writer& writer);
/// Says of an element with words of the program in which language they are, where that is another
/// than `language`, that of the text around it.
void tell_words(pugi::xml_node node, std::string_view language);
/// Name of the file that `target` is, in any folder; empty when it is none.
std::string file_name(const doc::Target& target, const doc::Book& book);

/// A child element, with a class unless it is empty.
pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view css_class = {});
/// A child element that holds just this text.
pugi::xml_node text_element(pugi::xml_node parent, const char* name, std::string_view text,
                            std::string_view css_class = {});

}  // namespace triptych::markup
