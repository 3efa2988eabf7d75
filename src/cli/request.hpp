#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <triptych/build.hpp>

#include "cli/arguments.hpp"
#include "cli/console.hpp"

namespace triptych::cli {

/// The folders that a request points into.
struct Folders {
    std::string book_path, data_path, layout_path;  ///< of the folders; "" for none
    std::unique_ptr<Files> book, data, hyphenation, script_fonts;
    std::unique_ptr<Cache> cache;
    std::unique_ptr<DiagramDrawer> diagrams;  ///< null: there are no programs for them
    std::string page;
    std::string layout;
    std::unique_ptr<Files> layout_folder;    ///< null: the layout is one of `data` or the book
    std::unique_ptr<Files> template_folder;  ///< null: the book may name a template
    std::string template_file;
    Modules modules{module_folders()};
    std::unique_ptr<SystemFonts> system_fonts{};  ///< null: none are wanted
};

/// Nothing, and an error is told, when one that is named is not there.
std::optional<Folders> open_folders(const Arguments& arguments, Console& console);

/// What the arguments ask for; `folders` and `console` must outlive it.
Request make_request(const Arguments& arguments, const Folders& folders, Console& console);

/// A source is called by its path from here, so that terminals and editors open it.
std::string call_source(std::string_view name, const Arguments& arguments, const Folders& folders);

}  // namespace triptych::cli
