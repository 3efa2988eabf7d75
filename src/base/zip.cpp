#include "base/zip.hpp"

#include <cstdint>
#include <memory>

#include <zip.h>

namespace triptych {

namespace {

constexpr zip_uint16_t first_dos_date = (1 << 5) | 1;  ///< 1980-01-01, the first day ZIP can say
constexpr zip_uint32_t deflate_level = 6;
constexpr std::size_t end_record = 22;  ///< bytes of the smallest archive (APPNOTE §4.3.16)

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

/// An archive over `source`, which stays alive beside it.
Archive open_archive(zip_source_t* source, int flags) {
    Archive archive(zip_open_from_source(source, flags, nullptr));
    if (archive) zip_source_keep(source);
    return archive;
}

bool add_entry(zip_t* archive, const ZipEntry& entry) {
    Source source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
    if (!source) return false;
    const zip_int64_t at =
        zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (at < 0) return false;
    source.release();
    const auto index = static_cast<zip_uint64_t>(at);
    const bool stored = entry.method == ZipMethod::stored;
    return zip_file_set_dostime(archive, index, 0, first_dos_date, 0) == 0 &&
           zip_set_file_compression(archive, index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                    stored ? 0 : deflate_level) == 0;
}

std::optional<std::string> bytes_of(zip_source_t* source) {
    zip_stat_t facts;
    if (zip_source_stat(source, &facts) != 0 || (facts.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(source) != 0)
        return {};
    std::string bytes(facts.size, '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) return {};
    return bytes;
}

std::optional<ZipEntry> read_entry(zip_t* archive, zip_uint64_t index, std::size_t limit) {
    zip_stat_t facts;
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD;
    if (zip_stat_index(archive, index, 0, &facts) != 0 || (facts.valid & needed) != needed ||
        facts.size > limit)
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

std::optional<std::string> zip(const std::vector<ZipEntry>& entries) {
    const Source sink(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!sink || entries.empty()) return {};
    Archive archive = open_archive(sink.get(), ZIP_TRUNCATE);
    if (!archive) return {};
    for (const ZipEntry& entry : entries)
        if (!add_entry(archive.get(), entry)) return {};
    if (zip_close(archive.get()) != 0) return {};
    archive.release();
    return bytes_of(sink.get());
}

std::optional<std::vector<ZipEntry>> unzip(std::string_view archive_bytes, std::size_t limit) {
    if (archive_bytes.size() < end_record) return {};
    const Source source(
        zip_source_buffer_create(archive_bytes.data(), archive_bytes.size(), 0, nullptr));
    if (!source) return {};
    const Archive archive = open_archive(source.get(), ZIP_RDONLY | ZIP_CHECKCONS);
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
