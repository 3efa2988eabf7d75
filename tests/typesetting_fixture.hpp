#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "doc/model.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

/// The committed fonts and the default layout, for tests that set real text.
namespace triptych::test {

struct Press {
    std::unique_ptr<Files> data = folder_files(TRIPTYCH_SOURCE_DIR);
    std::unique_ptr<Files> pictures;
    Sources sources;
    Diagnostics diagnostics;
    style::Sheet sheet;
    std::unique_ptr<font::Library> fonts;
    std::unique_ptr<image::Store> images;
    doc::Book book;

    explicit Press(doc::Book of = {}, std::map<std::string, std::string> picture_files = {})
        : pictures(memory_files(std::move(picture_files))),
          sheet(*style::load(*data, "default", sources, diagnostics)),
          book(std::move(of)) {
        std::vector<font::FaceFile> faces, fallback;
        for (const style::Family& family : sheet.fonts.families) {
            for (const style::FontFile& file : family.files) {
                faces.push_back({file.path, family.name, file.weight, file.italic});
            }
        }
        for (const style::FontFile& file : sheet.fonts.fallback) {
            fallback.push_back({file.path, {}, file.weight, file.italic});
        }
        fonts = std::make_unique<font::Library>(*data, std::move(faces), std::move(fallback));
        std::vector<std::string> paths;
        for (const doc::Media& media : book.media) paths.push_back(media.path);
        images = std::make_unique<image::Store>(*pictures, std::move(paths), nullptr,
                                                TRIPTYCH_MODULES_FOLDER "/triptych-decoder");
    }

    typeset::Resources resources(Threads& threads = calling_thread()) const {
        return {.fonts = *fonts, .images = *images, .sheet = sheet, .threads = threads};
    }
};

inline doc::Inlines text(std::string words) {
    doc::Inlines body;
    body.push_back({doc::Text{std::move(words)}, {}});
    return body;
}

inline doc::Block paragraph(std::string words, doc::ParagraphRole role = doc::ParagraphRole::body) {
    return {doc::Paragraph{text(std::move(words)), role}, {}};
}

inline doc::Block heading(std::string words, std::string id, std::uint8_t level = 2) {
    return {doc::Heading{level, level, std::move(id), {}, text(std::move(words))}, {}};
}

/// `count` times the same plain sentence.
inline std::string sentences(int count) {
    std::string words;
    for (int i = 0; i < count; ++i) words += "La page tient debout toute seule sur son papier. ";
    return words;
}

inline doc::List list(std::vector<std::string> items, bool ordered = false) {
    doc::List result;
    result.ordered = ordered;
    for (std::string& item : items) {
        result.items.push_back({{paragraph(std::move(item))}, {}, {}});
    }
    return result;
}

}  // namespace triptych::test
