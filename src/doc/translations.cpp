#include "doc/translations.hpp"

#include <string>
#include <utility>

#include "base/words.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

/// Every target of a book, and where words can stand behind it.
class Walk {
public:
    using See = std::function<std::string(Target&, Span)>;
    Walk(std::string_view language, See see) : language_(language), see_(std::move(see)) {}

    void book(Book& book) {
        for (Page& page : book.pages) {
            inlines(page.title);
            blocks(page.body);
            for (Note& note : page.notes) blocks(note.body);
        }
    }

private:
    void inlines(Inlines& body) {
        for (std::size_t i = 0; i < body.size(); ++i) {
            for_each_child(body[i], [&](Inlines& inner) { inlines(inner); });
            auto* link = std::get_if<Link>(&body[i].node);
            if (link == nullptr) continue;
            const Span span = body[i].span;
            const std::string words = see_(link->target, span);
            if (words.empty()) continue;
            ++i;
            body.insert(body.begin() + static_cast<long>(i),
                        Inline{Text{bracketed(words, language_)}, span});
        }
    }

    void blocks(Blocks& list) {
        for (Block& block : list) {
            for_each_child(
                block, [&](Inlines& body) { inlines(body); }, [&](Blocks& body) { blocks(body); });
            if (auto* card = std::get_if<LinkCard>(&block.node)) {
                std::string words = see_(card->target, block.span);
                if (!words.empty()) card->detail = std::move(words);
                continue;
            }
            for_each_target(block, [&](Target& target, Span span) { see_(target, span); });
        }
    }

    std::string_view language_;
    See see_;
};

}  // namespace

void settle_translations(Book& book, const std::function<void(Target&, Span)>& settle) {
    Walk(book.metadata.language, [&](Target& target, Span span) {
        if (std::holds_alternative<TranslationRef>(target)) settle(target, span);
        return std::string();
    }).book(book);
}

void name_translations(Book& book, std::string_view ending) {
    Walk(book.metadata.language, [&](Target& target, Span) {
        const auto* other = std::get_if<TranslationRef>(&target);
        if (other == nullptr) return std::string();
        // Where the other language does not come out, there is no file.
        std::string file = other->stem.empty() ? "" : other->stem + std::string(ending);
        target = DeadLink{other->path};
        return file;
    }).book(book);
}

}  // namespace triptych::doc
