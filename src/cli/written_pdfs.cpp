#include "cli/written_pdfs.hpp"

#include <map>
#include <string>

#include "cli/choices.hpp"

namespace triptych::cli {
namespace {

const std::map<std::string, PdfStandard> standard_names = {{"ua1", PdfStandard::ua1},
                                                           {"ua2", PdfStandard::ua2}};
const std::map<std::string, Attachment> attachment_names = {
    {"source", Attachment::source}, {"tables", Attachment::tables}, {"epub", Attachment::epub}};

}  // namespace

void add_written_pdfs(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--standard", arguments.standard,
                    "What PDFs conform to: ua1 (default: PDF/UA-1, PDF/A-2a), ua2 (PDF 2.0: "
                    "PDF/UA-2, PDF/A-4, Well-Tagged PDF)")
        ->transform(one_of(standard_names))
        ->type_name("NAME");
    command
        .add_option("--attach", arguments.attach,
                    "Files inside of the PDFs of ua2, by comma: source, tables (CSV), epub")
        ->delimiter(',')
        ->transform(one_of(attachment_names))
        ->type_name("NAME");
    command.add_flag("--pdf-readable", arguments.readable_pdf,
                     "Write PDFs uncompressed and indented, to be read and compared");
}

}  // namespace triptych::cli
