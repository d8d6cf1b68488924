// Stands in for archiver in the bundle: exceljs requires a function, our archive is a module.
module.exports = require("./dist/xlsx/create-archive.js").default;
