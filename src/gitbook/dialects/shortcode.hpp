#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace triptych::gitbook {

/// A shortcode of Hugo or Quarto: `{{< name value key="value" >}}`, `{{% /name %}}`.
struct Shortcode {
    std::string name;
    std::vector<std::string> values;  ///< without a name
    std::map<std::string, std::string, std::less<>> named;
    bool ends = false;         ///< `{{< /name >}}`
    bool ends_itself = false;  ///< `{{< name />}}`
    bool is_text = false;      ///< between `%`: its content is Markdown
    bool escaped = false;      ///< `{{</* name */>}}`: it is shown as it is written
    std::size_t length = 0;

    /// The first value of `names` that is given, or the one without a name at `place`, or "".
    std::string value(std::initializer_list<std::string_view> names, std::size_t place = 99) const;
};

/// That at the front of `text`, in a bound of its bytes.
std::optional<Shortcode> shortcode_at(std::string_view text);

}  // namespace triptych::gitbook
