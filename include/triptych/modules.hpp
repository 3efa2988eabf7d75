#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/syntax.hpp>
#include <triptych/verify.hpp>

namespace triptych {

/// The parts of triptych that stand in files of their own, since what they link takes longer to
/// load than a small book takes to build: `triptych-syntax.so`, `triptych-verify.so` and the
/// program `triptych-decoder`. Each is loaded when it is first asked for, and kept. Safe to use
/// from several threads.
class Modules {
public:
    /// Each is looked for in `folders`, the first one first.
    explicit Modules(std::vector<std::string> folders);
    ~Modules();
    Modules(Modules&& other) noexcept;
    Modules& operator=(Modules&& other) noexcept;

    /// What colours code. Null when the module, or a library that it needs, is not there.
    TriptychSyntax syntax() const;
    /// What reads PDF files back. Null as above.
    TriptychVerify verify() const;
    TriptychDerive derive() const;
    /// The path of the program that decodes GIF, WebP, AVIF and SVG pictures; empty when it is not
    /// there. Beside it lies the one for TIFF, HEIC and JPEG XL.
    std::string decoder() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads a finished PDF back and holds it against the standards that it claims, of PDF/UA-1 (ISO
/// 14289-1) and PDF/A-2 (ISO 19005-2), PDF/UA-2 (ISO 14289-2) and PDF/A-4 (ISO 19005-4), PDF/X-4
/// (ISO 15930-7); against the first two where it claims none. Empty when nothing was found; nothing
/// when the module that does it is not there. At most 200 violations are listed.
std::optional<std::vector<Violation>> verify_pdf(std::string_view file, const Modules& modules);

/// The same, and what the file claims: `PDF/UA-2, PDF/A-4f, WTPDF 1.0`, or `no standard`.
struct PdfVerdict {
    std::string claims;
    std::vector<Violation> violations;
};
std::optional<PdfVerdict> judge_pdf(std::string_view file, const Modules& modules);

/// What the tags of a PDF say, as HTML by the rules of the PDF Association ("Deriving HTML from
/// PDF"). Empty for a file that is no tagged PDF; nothing when the module is not there.
std::optional<std::string> derive_html(std::string_view file, const Modules& modules);

/// Where modules are when a program does not say so: the folder that `TRIPTYCH_MODULES` names, or
/// else that of the running program and `../lib/triptych/modules` beside it.
std::vector<std::string> module_folders();

/// The folder with `layouts/` and `fonts/`: what `TRIPTYCH_DATA` names, or else `../share/triptych`
/// beside the running program, or the nearest folder above it (a source tree). Nothing when there
/// is none.
std::optional<std::string> find_data_folder();

}  // namespace triptych
