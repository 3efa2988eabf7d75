#include <triptych/hyphenation.hpp>

#include <utility>

#include "base/layered_files.hpp"

namespace triptych {
namespace {

/// Where Debian's hyphen-* packages put libhyphen's patterns.
constexpr const char* system_folder = "/usr/share/hyphen";

class HyphenationFiles final : public Files {
public:
    explicit HyphenationFiles(const std::string& data_folder)
        : data_(folder_files(data_folder)), system_(folder_files(system_folder)) {}

    std::optional<std::string> read(std::string_view path) const override {
        return both_->read(path);
    }
    bool is_file(std::string_view path) const override { return both_->is_file(path); }
    bool is_folder(std::string_view path) const override { return both_->is_folder(path); }
    std::vector<std::string> list(std::string_view folder) const override {
        return both_->list(folder);
    }

private:
    std::unique_ptr<Files> data_, system_;
    std::unique_ptr<Files> both_ =
        layered_files({{data_.get(), "hyphen", ""}, {system_.get(), "", ""}});
};

}  // namespace

std::unique_ptr<Files> hyphenation_files(const std::string& data_folder) {
    return std::make_unique<HyphenationFiles>(data_folder);
}

}  // namespace triptych
