#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <triptych/build.hpp>

#include "font/library.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

namespace triptych::pipeline {

/// A layout with its fonts and the words that are shaped in them.
struct Look {
    style::Sheet sheet;
    std::shared_ptr<const font::Library> fonts{};
    std::shared_ptr<typeset::InlineCache> words = typeset::make_inline_cache();
};

/// A face in the data folder for words of drawings that ask for a handwriting.
struct Handwriting {
    std::string_view path, family;
};
inline constexpr Handwriting handwriting{"fonts/patrick-hand/PatrickHand-Regular.ttf",
                                         "Patrick Hand"};
bool has_handwriting(const Files& data);

/// `packs` may be null, see `Request::script_fonts`.
std::shared_ptr<const font::Library> open_fonts(const Files& data, const style::Fonts& fonts,
                                                const Files* packs,
                                                const font::SystemFaces& system = {});

/// What is wrong with a font file; empty: nothing.
Message fault_of_font(const Files& data, const std::string& path);

/// Layouts beside that of the build, each read once.
class Looks {
public:
    /// Null when it can't be read, which is reported the first time.
    std::shared_ptr<const Look> look(const std::string& layout, const Files& data,
                                     const Request& request, Result& result);

    /// Fonts of the machine that all of them may use.
    void take(font::SystemFaces system) { system_ = std::move(system); }

private:
    font::SystemFaces system_;
    std::map<std::string, std::shared_ptr<const Look>> looks_;
};

}  // namespace triptych::pipeline
