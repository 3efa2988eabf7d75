#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <triptych/files.hpp>

#include "doc/model.hpp"

/// Labels that say no more than where their link goes, as GitBook writes those of page links.
namespace triptych::gitbook {

enum class LabelOf : std::uint8_t { link, card };

/// Whether `label` only repeats the name or the path of `written`, is empty, or says on a card that
/// its page is lost. That of a link in the text must be a Markdown file's to count.
bool repeats_target(std::string_view label, std::string_view written, LabelOf kind);

/// The last part of `path`, slashes at its end aside.
std::string last_part(std::string_view path);

/// What the page in the file `path`, which is not part of the book, is called: by its front matter
/// or its first heading; empty when it says nothing.
std::string title_of_file(const Files& files, const std::string& path);

/// Whether a picture is anywhere in a label.
bool holds_picture(const doc::Inlines& label);

}  // namespace triptych::gitbook
