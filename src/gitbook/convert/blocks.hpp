#pragma once

#include "gitbook/convert/containers.hpp"
#include "gitbook/convert/reader.hpp"

/// What each tag means in the model. A new tag is a line in the table of `blocks.cpp` and a
/// function here.
namespace triptych::gitbook {

/// Appends what a `{% %}` block, an HTML element around Markdown or a HonKit section means.
void append_container(Reader& reader, const Container& container, Span span, doc::Blocks& out);

/// The whole content of a container, whatever it is.
void append_content(Reader& reader, const Container& container, Span span, doc::Blocks& out);

void append_hint(Reader& reader, const Container& hint, Span span, doc::Blocks& out);
/// `code` and `prompt`: what their tag says is set on the listing inside.
void append_listing(Reader& reader, const Container& listing, Span span, doc::Blocks& out);
void append_conditional(Reader& reader, const Container& conditional, Span span, doc::Blocks& out);

void append_tabs(Reader& reader, const Container& tabs, Span span, doc::Blocks& out);
void append_tab(Reader& reader, const Container& tab, Span span, doc::Blocks& out);
void append_stepper(Reader& reader, const Container& stepper, Span span, doc::Blocks& out);
void append_step(Reader& reader, const Container& step, Span span, doc::Blocks& out);
void append_columns(Reader& reader, const Container& columns, Span span, doc::Blocks& out);
void append_updates(Reader& reader, const Container& updates, Span span, doc::Blocks& out);
void append_update(Reader& reader, const Container& update, Span span, doc::Blocks& out);
void append_details(Reader& reader, const Container& details, Span span, doc::Blocks& out);

void append_embed(Reader& reader, const Container& embed, Span span, doc::Blocks& out);
void append_file(Reader& reader, const Container& file, Span span, doc::Blocks& out);
void append_page_link(Reader& reader, const Container& link, Span span, doc::Blocks& out);
void append_api(Reader& reader, const Container& api, Span span, doc::Blocks& out);

/// An operation of an API written out in the page: its call, parameters and responses.
void append_operation(Reader& reader, const Container& operation, Span span, doc::Blocks& out);
void append_operation_summary(Reader& reader, const Container& summary, Span span,
                              doc::Blocks& out);
/// A group of `api-method-parameter`.
void append_parameters(Reader& reader, const Container& group, Span span, doc::Blocks& out);
void append_parameter(Reader& reader, const Container& parameter, Span span, doc::Blocks& out);
void append_response(Reader& reader, const Container& response, Span span, doc::Blocks& out);

/// A formula between `math` tags.
void append_formula(Reader& reader, const Container& formula, Span span, doc::Blocks& out);

/// A block of one of GitBook's integrations: a diagram, a listing or a card.
void append_integration(Reader& reader, const Container& block, Span span, doc::Blocks& out);
/// HonKit's plugins: the source of a diagram, a film by its address or number, a titled callout.
void append_diagram(Reader& reader, const Container& diagram, Span span, doc::Blocks& out);
void append_video(Reader& reader, const Container& video, Span span, doc::Blocks& out);
void append_panel(Reader& reader, const Container& panel, Span span, doc::Blocks& out);

/// A card for embedded media at `address`.
void append_embedded(Reader& reader, std::string address, doc::Blocks caption, Span span,
                     doc::Blocks& out);
/// What a `<div>` around `content` means: a callout, a gallery, or nothing of its own.
void append_division_blocks(const std::vector<TagAttribute>& attributes, doc::Blocks content,
                            Span span, doc::Blocks& out);

/// An attribute as finished inlines, with its place.
doc::Inlines inlines_of_attribute(Reader& reader, const Container& container,
                                  std::string_view name);

}  // namespace triptych::gitbook
