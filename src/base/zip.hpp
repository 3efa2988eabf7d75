#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace triptych {

enum class ZipMethod { stored, deflated };

struct ZipEntry {
    std::string name;
    std::string bytes;
    ZipMethod method = ZipMethod::deflated;
};

/// A ZIP archive of `entries`, in their order, all dated 1980-01-01, without extra fields or data
/// descriptors (OCF 3.3 §4.3 asks that of `mimetype`). Nothing when libzip refuses.
std::optional<std::string> zip(const std::vector<ZipEntry>& entries);
/// Reads back an archive made by anyone; nothing when it is damaged or unpacks to more than `limit`
/// bytes.
std::optional<std::vector<ZipEntry>> unzip(std::string_view archive, std::size_t limit);

}  // namespace triptych
