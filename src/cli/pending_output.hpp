#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output_files.hpp"

namespace triptych::cli {

/// What could not be done.
enum class Failed { write, name, replace, create_file, create_folder };

/// "can't write 'a/b': No space left on device", of the last system call.
Message system_message(Failed what, const std::string& path);

/// A file or a folder on its way to its place. What stands under a temporary name goes with it.
class PendingOutput {
public:
    PendingOutput(std::string folder, const std::string& name);
    virtual ~PendingOutput() = default;
    PendingOutput(const PendingOutput&) = delete;
    PendingOutput& operator=(const PendingOutput&) = delete;

    /// Waits until the disk has all of it; what went wrong, or 0.
    virtual int sync() const = 0;
    Message sync_message(int error) const;
    /// Takes the place of the old one, which is kept under the temporary name for `withdraw`.
    std::optional<Message> publish();
    /// Undoes `publish`.
    void withdraw();

protected:
    /// Gives the new one its temporary name, unless it has it; false when that can't be.
    virtual bool give_name() = 0;
    /// Whether what stands in its place, of this mode, may be replaced.
    virtual bool replaces(::mode_t mode) const = 0;
    /// Removes what is new from its place.
    virtual void remove_published() = 0;

    std::string folder_, path_, temporary_;
    bool named_ = false;  ///< something stands under the temporary name

private:
    /// Swaps the new one with the old one; false when there is no old one.
    bool exchange();

    bool first_ = false;  ///< there was no old one
};

/// A file: without a name where the file system allows it, so that nothing is left behind even by a
/// kill.
class PendingFile final : public PendingOutput {
public:
    using PendingOutput::PendingOutput;
    ~PendingFile() override;

    /// False when the file would need a name, or can't be written.
    bool begin(const std::string& bytes) { return open_nameless() && fill(bytes); }
    std::optional<Message> write(const std::string& bytes);
    int sync() const override;

private:
    bool give_name() override;
    bool replaces(::mode_t mode) const override;
    void remove_published() override;
    bool open_nameless();
    /// In place of what a killed build has left.
    bool open_named();
    /// The disk begins with the file while the next one is written; whether it can is told by
    /// `sync`.
    bool fill(const std::string& bytes) const;

    int descriptor_ = -1;
};

/// A folder of slides: the page, and its pictures beside it. It takes the place of one such folder
/// as a whole, and of nothing else.
class PendingFolder final : public PendingOutput {
public:
    using PendingOutput::PendingOutput;
    ~PendingFolder() override;

    std::optional<Message> write(const std::vector<OutputFile>& files);
    int sync() const override;

private:
    bool give_name() override { return named_; }
    bool replaces(::mode_t mode) const override;
    void remove_published() override;
};

}  // namespace triptych::cli
