#pragma once

#include <bitset>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "epub/write.hpp"

namespace triptych::epub {

/// A set of characters, stored in blocks of 256.
class Characters {
public:
    void add(std::string_view text);
    void add(const Characters& other);
    /// How many there are from the block of `first` on.
    std::size_t count_from(char32_t first) const;
    /// In ascending order.
    std::vector<char32_t> sorted() const;

private:
    std::map<char32_t, std::bitset<256>> blocks_;
};

/// The characters that are set in each face of the layout, or of its fallback.
using TextUse = std::map<FaceId, Characters>;

/// What the text under `body`, in a book in `language`, is set in, by the styles of the layout and
/// the emphasis in it.
TextUse text_use(pugi::xml_node body, std::string_view language, const Resources& resources);
void add(const TextUse& other, TextUse& use);

/// A face as it lies in the package, with no more characters than the book has.
struct EmbeddedFont {
    std::string name;    ///< in the folder of fonts
    std::string family;  ///< as the style sheet calls it
    int weight = 400;
    bool italic = false;
    bool has_emoji = false;
    std::string bytes;  ///< TrueType or OpenType
};

/// The faces in use, subset. One that can't be subset, or would be too large, is left to the
/// reader's own fonts.
std::vector<EmbeddedFont> embed_fonts(const TextUse& use, std::string_view language,
                                      const Resources& resources);

}  // namespace triptych::epub
