#include "style/usable_fonts.hpp"

#include <algorithm>

#include "style/reader.hpp"

namespace triptych::style {
namespace {

class FontSieve {
public:
    FontSieve(const FontJudge& judge, Diagnostics& diagnostics)
        : judge_(judge), reading_{{}, diagnostics} {}

    /// Whether nothing is left of a family or of the fallback list.
    bool is_unusable(Entry& entry) {
        if (entry.key == "fallback") return is_unusable_list(entry.value);
        const Value* files = entry.value.find("files");
        if (files == nullptr) return false;
        if (is_empty(*files)) return true;
        bool broken = false;
        for (const Value& item : files->items) broken = is_broken(item) || broken;
        return broken;
    }

private:
    bool is_unusable_list(Value& list) {
        if (is_empty(list)) return true;
        std::erase_if(list.items, [&](const Value& item) { return is_broken(item); });
        return list.items.empty();
    }

    bool is_empty(const Value& list) {
        if (!list.items.empty()) return false;
        report_invalid(list, say("a list of font files"), reading_);
        return true;
    }

    bool is_broken(const Value& item) {
        const auto file = Form<FontFile>::read(item, reading_.scale);
        if (!file) {
            report_invalid(item, say_known(Form<FontFile>::about), reading_);
            return true;
        }
        const Message fault = judge_ ? judge_(file->path) : Message();
        if (fault.empty()) return false;
        reading_.diagnostics.report(
            Kind::unreadable_font, item.span,
            say("the font '{}' can't be used: {}", file->path, fault),
            say("restore or replace the file; until then the family of the layout below is set"));
        return true;
    }

    const FontJudge& judge_;
    Reading reading_;
};

}  // namespace

void drop_unusable_fonts(Value& theme, const FontJudge& judge, Diagnostics& diagnostics) {
    FontSieve sieve(judge, diagnostics);
    for (Entry& entry : theme.entries)
        if (entry.key == "fonts")
            std::erase_if(entry.value.entries,
                          [&](Entry& family) { return sieve.is_unusable(family); });
}

}  // namespace triptych::style
