// Generated from schemas/validate.schema.json by `npm run generate`; do not edit.
const validateValidate = validate112;
const schema181 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"title": "rolecall validate",
	"description": "What `validate --format json` prints.",
	"type": "object",
	"additionalProperties": false,
	"required": ["formatVersion", "diagnostics"],
	"properties": {
		"formatVersion": {
			"description": "Version of this format.",
			"const": 1
		},
		"diagnostics": {
			"description": "The findings, by file, line and column.",
			"type": "array",
			"items": {
				"description": "A finding about the files.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"severity",
					"code",
					"message",
					"file",
					"line",
					"column"
				],
				"properties": {
					"severity": {
						"description": "An error makes the files invalid.",
						"type": "string",
						"enum": ["error", "warning"]
					},
					"code": {
						"description": "Stable name of the finding, kebab-case; what programs decide on.",
						"type": "string"
					},
					"message": {
						"description": "For people.",
						"type": "string"
					},
					"file": {
						"description": "Path relative to the folder of rolecall.yaml, with /.",
						"type": "string"
					},
					"line": {
						"description": "Line, from 1.",
						"type": "integer",
						"minimum": 1
					},
					"column": {
						"description": "Column, from 1.",
						"type": "integer",
						"minimum": 1
					}
				}
			}
		}
	}
};
function validate112(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate112.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.formatVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "formatVersion" },
				message: "must have required property 'formatVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.diagnostics === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "diagnostics" },
				message: "must have required property 'diagnostics'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "formatVersion" || key0 === "diagnostics")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.formatVersion !== void 0) {
			if (1 !== data.formatVersion) {
				const err3 = {
					instancePath: instancePath + "/formatVersion",
					schemaPath: "#/properties/formatVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.diagnostics !== void 0) {
			let data1 = data.diagnostics;
			if (Array.isArray(data1)) {
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data2 = data1[i0];
					if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
						if (data2.severity === void 0) {
							const err4 = {
								instancePath: instancePath + "/diagnostics/" + i0,
								schemaPath: "#/properties/diagnostics/items/required",
								keyword: "required",
								params: { missingProperty: "severity" },
								message: "must have required property 'severity'"
							};
							if (vErrors === null) vErrors = [err4];
							else vErrors.push(err4);
							errors++;
						}
						if (data2.code === void 0) {
							const err5 = {
								instancePath: instancePath + "/diagnostics/" + i0,
								schemaPath: "#/properties/diagnostics/items/required",
								keyword: "required",
								params: { missingProperty: "code" },
								message: "must have required property 'code'"
							};
							if (vErrors === null) vErrors = [err5];
							else vErrors.push(err5);
							errors++;
						}
						if (data2.message === void 0) {
							const err6 = {
								instancePath: instancePath + "/diagnostics/" + i0,
								schemaPath: "#/properties/diagnostics/items/required",
								keyword: "required",
								params: { missingProperty: "message" },
								message: "must have required property 'message'"
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
						if (data2.file === void 0) {
							const err7 = {
								instancePath: instancePath + "/diagnostics/" + i0,
								schemaPath: "#/properties/diagnostics/items/required",
								keyword: "required",
								params: { missingProperty: "file" },
								message: "must have required property 'file'"
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
						if (data2.line === void 0) {
							const err8 = {
								instancePath: instancePath + "/diagnostics/" + i0,
								schemaPath: "#/properties/diagnostics/items/required",
								keyword: "required",
								params: { missingProperty: "line" },
								message: "must have required property 'line'"
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
						if (data2.column === void 0) {
							const err9 = {
								instancePath: instancePath + "/diagnostics/" + i0,
								schemaPath: "#/properties/diagnostics/items/required",
								keyword: "required",
								params: { missingProperty: "column" },
								message: "must have required property 'column'"
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
						for (const key1 in data2) if (!(key1 === "severity" || key1 === "code" || key1 === "message" || key1 === "file" || key1 === "line" || key1 === "column")) {
							const err10 = {
								instancePath: instancePath + "/diagnostics/" + i0,
								schemaPath: "#/properties/diagnostics/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
						if (data2.severity !== void 0) {
							let data3 = data2.severity;
							if (typeof data3 !== "string") {
								const err11 = {
									instancePath: instancePath + "/diagnostics/" + i0 + "/severity",
									schemaPath: "#/properties/diagnostics/items/properties/severity/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err11];
								else vErrors.push(err11);
								errors++;
							}
							if (!(data3 === "error" || data3 === "warning")) {
								const err12 = {
									instancePath: instancePath + "/diagnostics/" + i0 + "/severity",
									schemaPath: "#/properties/diagnostics/items/properties/severity/enum",
									keyword: "enum",
									params: { allowedValues: schema181.properties.diagnostics.items.properties.severity.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err12];
								else vErrors.push(err12);
								errors++;
							}
						}
						if (data2.code !== void 0) {
							if (typeof data2.code !== "string") {
								const err13 = {
									instancePath: instancePath + "/diagnostics/" + i0 + "/code",
									schemaPath: "#/properties/diagnostics/items/properties/code/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err13];
								else vErrors.push(err13);
								errors++;
							}
						}
						if (data2.message !== void 0) {
							if (typeof data2.message !== "string") {
								const err14 = {
									instancePath: instancePath + "/diagnostics/" + i0 + "/message",
									schemaPath: "#/properties/diagnostics/items/properties/message/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err14];
								else vErrors.push(err14);
								errors++;
							}
						}
						if (data2.file !== void 0) {
							if (typeof data2.file !== "string") {
								const err15 = {
									instancePath: instancePath + "/diagnostics/" + i0 + "/file",
									schemaPath: "#/properties/diagnostics/items/properties/file/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err15];
								else vErrors.push(err15);
								errors++;
							}
						}
						if (data2.line !== void 0) {
							let data7 = data2.line;
							if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
								const err16 = {
									instancePath: instancePath + "/diagnostics/" + i0 + "/line",
									schemaPath: "#/properties/diagnostics/items/properties/line/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err16];
								else vErrors.push(err16);
								errors++;
							}
							if (typeof data7 == "number" && isFinite(data7)) {
								if (data7 < 1 || isNaN(data7)) {
									const err17 = {
										instancePath: instancePath + "/diagnostics/" + i0 + "/line",
										schemaPath: "#/properties/diagnostics/items/properties/line/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1"
									};
									if (vErrors === null) vErrors = [err17];
									else vErrors.push(err17);
									errors++;
								}
							}
						}
						if (data2.column !== void 0) {
							let data8 = data2.column;
							if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
								const err18 = {
									instancePath: instancePath + "/diagnostics/" + i0 + "/column",
									schemaPath: "#/properties/diagnostics/items/properties/column/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err18];
								else vErrors.push(err18);
								errors++;
							}
							if (typeof data8 == "number" && isFinite(data8)) {
								if (data8 < 1 || isNaN(data8)) {
									const err19 = {
										instancePath: instancePath + "/diagnostics/" + i0 + "/column",
										schemaPath: "#/properties/diagnostics/items/properties/column/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1"
									};
									if (vErrors === null) vErrors = [err19];
									else vErrors.push(err19);
									errors++;
								}
							}
						}
					} else {
						const err20 = {
							instancePath: instancePath + "/diagnostics/" + i0,
							schemaPath: "#/properties/diagnostics/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/diagnostics",
					schemaPath: "#/properties/diagnostics/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
	} else {
		const err22 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err22];
		else vErrors.push(err22);
		errors++;
	}
	validate112.errors = vErrors;
	return errors === 0;
}
validate112.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
export { validateValidate };
