#include "base/zip.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <utility>

#include <zip.h>

#include "base/deflate.hpp"
#include "base/parallel.hpp"

namespace triptych {

namespace {

constexpr std::uint16_t first_dos_date = (1 << 5) | 1;  ///< 1980-01-01, the first day ZIP can say
constexpr std::size_t end_record = 22;  ///< bytes of the smallest archive (APPNOTE §4.3.16)

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

/// An entry as it lies in the archive.
struct Packed {
    std::string name, data;
    std::uint32_t checksum = 0;
    std::size_t size = 0;  ///< unpacked
    ZipMethod method{};
};

/// Whether all names differ and their lengths fit into 16 bits.
bool have_good_names(const std::vector<ZipEntry>& entries) {
    std::set<std::string_view> names;
    return std::all_of(entries.begin(), entries.end(), [&](const ZipEntry& entry) {
        return entry.name.size() <= UINT16_MAX && names.insert(entry.name).second;
    });
}

Packed pack(ZipEntry entry) {
    Packed out{std::move(entry.name), {}, crc32(entry.bytes), entry.bytes.size(), entry.method};
    out.data = entry.method == ZipMethod::stored ? std::move(entry.bytes)
                                                 : deflate(entry.bytes, Wrapper::none);
    return out;
}

/// APPNOTE §4.3: all numbers are little-endian.
void append16(std::string& out, std::size_t value) {
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8 & 0xFF);
}
void append32(std::string& out, std::size_t value) {
    append16(out, value);
    append16(out, value >> 16);
}

/// What the local header and the directory say in the same words (APPNOTE §4.4.2 to §4.4.11).
void append_facts(std::string& out, const Packed& entry) {
    constexpr std::size_t version = 20, utf8_name = 1 << 11, deflated = 8;
    const bool ascii = std::all_of(entry.name.begin(), entry.name.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    append16(out, version);
    append16(out, ascii ? 0 : utf8_name);
    append16(out, entry.method == ZipMethod::stored ? 0 : deflated);
    append16(out, 0);
    append16(out, first_dos_date);
    append32(out, entry.checksum);
    append32(out, entry.data.size());
    append32(out, entry.size);
    append16(out, entry.name.size());
    append16(out, 0);  // no extra field
}

/// Bytes of the longer of both headers, without the name.
constexpr std::size_t most_header = 46;

void append_local_file(std::string& archive, const Packed& entry) {
    append32(archive, 0x04034B50);
    append_facts(archive, entry);
    archive += entry.name;
    archive += entry.data;
}

void append_directory_entry(std::string& directory, const Packed& entry, std::size_t offset) {
    constexpr std::size_t made_by = 20;
    append32(directory, 0x02014B50);
    append16(directory, made_by);
    append_facts(directory, entry);
    directory.append(10, '\0');  // no comment, first disk, no attributes
    append32(directory, offset);
    directory += entry.name;
}

void append64(std::string& out, std::size_t value) {
    append32(out, value);
    append32(out, value >> 32);
}

/// Zip64 records for more entries than the plain one can count (APPNOTE §4.3.14 and §4.3.15).
void append_large_count(std::string& out, std::size_t count, std::size_t size, std::size_t offset) {
    constexpr std::size_t version = 45, rest_of_record = 44;
    append32(out, 0x06064B50);
    append64(out, rest_of_record);
    append16(out, version);
    append16(out, version);
    append64(out, 0);  // one disk
    append64(out, count);
    append64(out, count);
    append64(out, size);
    append64(out, offset);
    append32(out, 0x07064B50);
    append32(out, 0);
    append64(out, offset + size);
    append32(out, 1);  // one disk in all
}

std::string end_of_directory(std::size_t count, std::size_t size, std::size_t offset) {
    std::string out;
    if (count >= UINT16_MAX) append_large_count(out, count, size, offset);
    append32(out, 0x06054B50);
    append32(out, 0);  // one disk
    append16(out, std::min<std::size_t>(count, UINT16_MAX));
    append16(out, std::min<std::size_t>(count, UINT16_MAX));
    append32(out, size);
    append32(out, offset);
    append16(out, 0);  // no comment
    return out;
}

/// An archive over `source`, which stays alive beside it.
Archive open_archive(zip_source_t* source) {
    Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    if (archive) zip_source_keep(source);
    return archive;
}

bool is_common(zip_uint16_t method) { return method == ZIP_CM_STORE || method == ZIP_CM_DEFLATE; }

std::optional<ZipEntry> read_entry(zip_t* archive, zip_uint64_t index, std::size_t limit) {
    zip_stat_t facts;
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD;
    if (zip_stat_index(archive, index, 0, &facts) != 0 || (facts.valid & needed) != needed ||
        facts.size > limit || !is_common(facts.comp_method))
        return {};
    const File file(zip_fopen_index(archive, index, 0));
    if (!file) return {};
    ZipEntry entry{facts.name, std::string(facts.size, '\0'),
                   facts.comp_method == ZIP_CM_STORE ? ZipMethod::stored : ZipMethod::deflated};
    const zip_int64_t got = zip_fread(file.get(), entry.bytes.data(), entry.bytes.size());
    // Reading on to the end makes libzip compare the checksum.
    char beyond = 0;
    if (got < 0 || static_cast<std::size_t>(got) != entry.bytes.size() ||
        zip_fread(file.get(), &beyond, 1) != 0)
        return {};
    return entry;
}

}  // namespace

std::optional<std::string> zip(std::vector<ZipEntry> entries, Threads& threads) {
    if (entries.empty() || !have_good_names(entries)) return {};
    std::vector<Packed> packed(entries.size());
    for_each_index(entries.size(), threads,
                   [&](std::size_t i) { packed[i] = pack(std::move(entries[i])); });
    std::size_t size = end_record;
    for (const Packed& entry : packed)
        size += entry.data.size() + 2 * (most_header + entry.name.size());
    if (size > UINT32_MAX) return {};
    std::string archive, directory;
    archive.reserve(size);
    for (Packed& entry : packed) {
        append_directory_entry(directory, entry, archive.size());
        append_local_file(archive, entry);
        entry.data = {};
    }
    const std::size_t offset = archive.size();
    archive += directory;
    archive += end_of_directory(packed.size(), directory.size(), offset);
    return archive;
}

std::optional<std::vector<ZipEntry>> unzip(std::string_view archive_bytes, std::size_t limit) {
    if (archive_bytes.size() < end_record) return {};
    const Source source(
        zip_source_buffer_create(archive_bytes.data(), archive_bytes.size(), 0, nullptr));
    if (!source) return {};
    const Archive archive = open_archive(source.get());
    if (!archive) return {};
    std::vector<ZipEntry> entries;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        auto entry = read_entry(archive.get(), static_cast<zip_uint64_t>(i), limit);
        if (!entry) return {};
        limit -= entry->bytes.size();
        entries.push_back(*std::move(entry));
    }
    return entries;
}

}  // namespace triptych
