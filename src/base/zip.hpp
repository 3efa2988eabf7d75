#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.hpp"

namespace triptych {

enum class ZipMethod { stored, deflated };

struct ZipEntry {
    std::string name;
    std::string bytes;
    ZipMethod method = ZipMethod::deflated;
};

/// A ZIP archive of `entries`, in their order, all dated 1980-01-01, without extra fields or data
/// descriptors (OCF 3.3 §4.3 asks that of `mimetype`); packed by several
/// threads. More than 65,534 are counted in Zip64 records. Nothing when there are none, two have
/// one name, or the archive needs more than 4 GB.
std::optional<std::string> zip(std::vector<ZipEntry> entries, Threads& threads = calling_thread());
/// Reads back an archive made by anyone; nothing when it is damaged, unpacks to more than `limit`
/// bytes, or is packed in a way that OCF (3.3 §4.2) and OPC (ISO/IEC 29500-2 §7.3.1) have not.
std::optional<std::vector<ZipEntry>> unzip(std::string_view archive, std::size_t limit);

}  // namespace triptych
