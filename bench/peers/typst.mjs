// Compiles a Typst file to PDF: node typst.mjs FOLDER NAME.typ OUT.pdf
import { writeFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const [workspace, name, out] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace });
writeFileSync(out, compiler.pdf({ mainFilePath: `${workspace}/${name}` }));
