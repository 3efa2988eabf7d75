#include "base/catalogue.hpp"

#include <optional>

namespace triptych {
namespace {

/// What stands between the quotes of a line, its escapes undone.
std::string unquoted(std::string_view line) {
    std::string out;
    const std::size_t begin = line.find('"');
    for (std::size_t i = begin + 1; begin != std::string_view::npos && i < line.size(); ++i) {
        if (line[i] == '"') break;
        if (line[i] != '\\' || i + 1 == line.size()) {
            out += line[i];
            continue;
        }
        ++i;
        out += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
    }
    return out;
}

constexpr char context_end = '\4';

/// Reads a catalogue line by line.
class CatalogueReader {
public:
    void line(std::string_view line) {
        if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) fuzzy_ = true;
        if (line.starts_with("msgctxt ")) {
            end_entry();
            open_ = &context_;
        } else if (line.starts_with("msgid ")) {
            if (open_ != &context_) end_entry();
            open_ = &id_;
        } else if (line.starts_with("msgid_plural ")) {
            open_ = &plural_;
        } else if (line.starts_with("msgstr")) {
            open_ = &forms_.emplace_back();
        }
        if (open_ && line.find('"') != std::string_view::npos && !line.starts_with('#'))
            *open_ += unquoted(line);
    }

    Catalogue take() {
        end_entry();
        return std::move(entries_);
    }

private:
    void end_entry() {
        if (!forms_.empty()) {
            if (!id_.empty() && !forms_.front().empty() && !entry_is_fuzzy_)
                entries_[context_.empty() ? id_ : context_ + context_end + id_] = {
                    std::move(forms_)};
            entry_is_fuzzy_ = false;
        }
        // Flags stand before the key that they are of.
        entry_is_fuzzy_ = std::exchange(fuzzy_, false);
        context_.clear();
        id_.clear();
        plural_.clear();
        forms_.clear();
        open_ = nullptr;
    }

    Catalogue entries_;
    std::string context_, id_, plural_;
    std::vector<std::string> forms_;
    std::string* open_ = nullptr;
    bool fuzzy_ = false, entry_is_fuzzy_ = false;
};

}  // namespace

Catalogue read_catalogue(std::string_view text) {
    CatalogueReader reader;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        reader.line(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return reader.take();
}

const Catalogue* catalogue(MessageLanguage language) {
    if (language == MessageLanguage::english) return nullptr;
    static const Catalogue french = read_catalogue(french_catalogue_text());
    return &french;
}

const Catalogue::value_type* entry_of(std::string_view english, MessageLanguage language) {
    const Catalogue* const entries = catalogue(language);
    if (!entries) return nullptr;
    const auto found = entries->find(std::string(english));
    return found == entries->end() ? nullptr : &*found;
}

std::string_view without_context(std::string_view text) {
    const std::size_t end = text.find(context_end);
    return end == std::string_view::npos ? text : text.substr(end + 1);
}

std::size_t plural_form(std::uint64_t count, MessageLanguage language) {
    if (language == MessageLanguage::french) return count > 1 ? 1 : 0;
    return count == 1 ? 0 : 1;
}

}  // namespace triptych
