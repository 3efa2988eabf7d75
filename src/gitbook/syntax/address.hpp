#pragma once

#include <string>
#include <string_view>

/// The form of addresses, apart from any book.
namespace triptych::gitbook {

/// The scheme of `address` in lower case (RFC 3986 §3.1), or "" for a relative reference.
std::string scheme_of(std::string_view address);
/// Whether `scheme` is a slip of the pen for `http` or `https`.
bool is_mistyped_web_scheme(std::string_view scheme);
/// Whether `text` is a bare e-mail address.
bool is_email(std::string_view text);
/// Whether `host` names the reader's own computer or one of a closed network.
bool is_local_host(std::string_view host);
/// Host of a web address, in lower case and without `www.`.
std::string host_of(std::string_view address);

/// A relative reference in its parts, undecoded.
struct Reference {
    std::string_view path, query, fragment;
};
Reference split_reference(std::string_view reference);

/// `path` with `\` for `/` put right, as editors on Windows write it.
std::string with_slashes(std::string_view path);
/// `path` without the backslashes that Markdown puts before punctuation (CommonMark §2.4).
std::string without_escapes(std::string_view path);
/// `words` of a tag without the backslashes that exports of GitBook before 2022 put before
/// punctuation; as they are when one of them stands before anything else, as in a path of Windows.
std::string without_export_escapes(std::string_view words);

}  // namespace triptych::gitbook
