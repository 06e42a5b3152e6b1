// Generated from schemas/diff.schema.json by `npm run generate`; do not edit.
const validateDiff = validate22;
const schema40 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"title": "rolecall diff",
	"description": "What `diff --format json` prints: the desired states of two revisions compared, offline.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"formatVersion",
		"base",
		"head",
		"summary",
		"changes"
	],
	"properties": {
		"formatVersion": {
			"description": "Version of this format.",
			"const": 1
		},
		"base": {
			"description": "The older revision.",
			"type": "string"
		},
		"head": {
			"description": "The newer revision; null for the working tree.",
			"type": ["string", "null"]
		},
		"summary": {
			"description": "Counts.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"grant",
				"change",
				"revoke"
			],
			"properties": {
				"grant": {
					"description": "Grants.",
					"type": "integer",
					"minimum": 0
				},
				"change": {
					"description": "Changes of a role or status.",
					"type": "integer",
					"minimum": 0
				},
				"revoke": {
					"description": "Revokes.",
					"type": "integer",
					"minimum": 0
				}
			}
		},
		"changes": {
			"description": "The differences.",
			"type": "array",
			"items": {
				"description": "Who gains or loses what.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"action",
					"scope",
					"label",
					"from",
					"to",
					"source"
				],
				"properties": {
					"action": {
						"description": "What is done.",
						"type": "string",
						"enum": [
							"grant",
							"change",
							"revoke"
						]
					},
					"scope": {
						"description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
						"type": "string",
						"pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
					},
					"label": {
						"description": "What the files call the principal.",
						"type": "string"
					},
					"from": {
						"description": "What is held before; null for a grant.",
						"anyOf": [{ "$ref": "#/$defs/state" }, { "type": "null" }]
					},
					"to": {
						"description": "What is held after; null for a revoke.",
						"anyOf": [{ "$ref": "#/$defs/state" }, { "type": "null" }]
					},
					"source": {
						"description": "The entry that asks for it; null where no line of a file does.",
						"anyOf": [{ "$ref": "#/$defs/source" }, { "type": "null" }]
					}
				}
			}
		}
	},
	"$defs": {
		"state": {
			"description": "A role and its status.",
			"type": "object",
			"additionalProperties": false,
			"required": ["role", "status"],
			"properties": {
				"role": {
					"description": "Role, in the API's spelling where one was seen, else as written.",
					"type": "string"
				},
				"status": {
					"description": "Status of the assignment; always active in Redox.",
					"type": "string",
					"enum": ["active", "inactive"]
				}
			}
		},
		"source": {
			"description": "A place in a file.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"file",
				"line",
				"column"
			],
			"properties": {
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
};
const schema41 = {
	"description": "A role and its status.",
	"type": "object",
	"additionalProperties": false,
	"required": ["role", "status"],
	"properties": {
		"role": {
			"description": "Role, in the API's spelling where one was seen, else as written.",
			"type": "string"
		},
		"status": {
			"description": "Status of the assignment; always active in Redox.",
			"type": "string",
			"enum": ["active", "inactive"]
		}
	}
};
const pattern13 = /* @__PURE__ */ new RegExp("^[^/]+/[^/]+/[^/]+(/[^/]+)?$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate22.evaluated;
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
		if (data.base === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "base" },
				message: "must have required property 'base'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.head === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "head" },
				message: "must have required property 'head'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.summary === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "summary" },
				message: "must have required property 'summary'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.changes === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "changes" },
				message: "must have required property 'changes'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "formatVersion" || key0 === "base" || key0 === "head" || key0 === "summary" || key0 === "changes")) {
			const err5 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.formatVersion !== void 0) {
			if (1 !== data.formatVersion) {
				const err6 = {
					instancePath: instancePath + "/formatVersion",
					schemaPath: "#/properties/formatVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.base !== void 0) {
			if (typeof data.base !== "string") {
				const err7 = {
					instancePath: instancePath + "/base",
					schemaPath: "#/properties/base/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.head !== void 0) {
			let data2 = data.head;
			if (typeof data2 !== "string" && data2 !== null) {
				const err8 = {
					instancePath: instancePath + "/head",
					schemaPath: "#/properties/head/type",
					keyword: "type",
					params: { type: schema40.properties.head.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.summary !== void 0) {
			let data3 = data.summary;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				if (data3.grant === void 0) {
					const err9 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "grant" },
						message: "must have required property 'grant'"
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				if (data3.change === void 0) {
					const err10 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "change" },
						message: "must have required property 'change'"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				if (data3.revoke === void 0) {
					const err11 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "revoke" },
						message: "must have required property 'revoke'"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
				for (const key1 in data3) if (!(key1 === "grant" || key1 === "change" || key1 === "revoke")) {
					const err12 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				if (data3.grant !== void 0) {
					let data4 = data3.grant;
					if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
						const err13 = {
							instancePath: instancePath + "/summary/grant",
							schemaPath: "#/properties/summary/properties/grant/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
					if (typeof data4 == "number" && isFinite(data4)) {
						if (data4 < 0 || isNaN(data4)) {
							const err14 = {
								instancePath: instancePath + "/summary/grant",
								schemaPath: "#/properties/summary/properties/grant/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
					}
				}
				if (data3.change !== void 0) {
					let data5 = data3.change;
					if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
						const err15 = {
							instancePath: instancePath + "/summary/change",
							schemaPath: "#/properties/summary/properties/change/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err15];
						else vErrors.push(err15);
						errors++;
					}
					if (typeof data5 == "number" && isFinite(data5)) {
						if (data5 < 0 || isNaN(data5)) {
							const err16 = {
								instancePath: instancePath + "/summary/change",
								schemaPath: "#/properties/summary/properties/change/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
					}
				}
				if (data3.revoke !== void 0) {
					let data6 = data3.revoke;
					if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
						const err17 = {
							instancePath: instancePath + "/summary/revoke",
							schemaPath: "#/properties/summary/properties/revoke/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
					if (typeof data6 == "number" && isFinite(data6)) {
						if (data6 < 0 || isNaN(data6)) {
							const err18 = {
								instancePath: instancePath + "/summary/revoke",
								schemaPath: "#/properties/summary/properties/revoke/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
						}
					}
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/summary",
					schemaPath: "#/properties/summary/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.changes !== void 0) {
			let data7 = data.changes;
			if (Array.isArray(data7)) {
				const len0 = data7.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data8 = data7[i0];
					if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
						if (data8.action === void 0) {
							const err20 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "action" },
								message: "must have required property 'action'"
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
						if (data8.scope === void 0) {
							const err21 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err21];
							else vErrors.push(err21);
							errors++;
						}
						if (data8.label === void 0) {
							const err22 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "label" },
								message: "must have required property 'label'"
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
						}
						if (data8.from === void 0) {
							const err23 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "from" },
								message: "must have required property 'from'"
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
						if (data8.to === void 0) {
							const err24 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "to" },
								message: "must have required property 'to'"
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
						if (data8.source === void 0) {
							const err25 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "source" },
								message: "must have required property 'source'"
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
						for (const key2 in data8) if (!(key2 === "action" || key2 === "scope" || key2 === "label" || key2 === "from" || key2 === "to" || key2 === "source")) {
							const err26 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key2 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err26];
							else vErrors.push(err26);
							errors++;
						}
						if (data8.action !== void 0) {
							let data9 = data8.action;
							if (typeof data9 !== "string") {
								const err27 = {
									instancePath: instancePath + "/changes/" + i0 + "/action",
									schemaPath: "#/properties/changes/items/properties/action/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err27];
								else vErrors.push(err27);
								errors++;
							}
							if (!(data9 === "grant" || data9 === "change" || data9 === "revoke")) {
								const err28 = {
									instancePath: instancePath + "/changes/" + i0 + "/action",
									schemaPath: "#/properties/changes/items/properties/action/enum",
									keyword: "enum",
									params: { allowedValues: schema40.properties.changes.items.properties.action.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err28];
								else vErrors.push(err28);
								errors++;
							}
						}
						if (data8.scope !== void 0) {
							let data10 = data8.scope;
							if (typeof data10 === "string") {
								if (!pattern13.test(data10)) {
									const err29 = {
										instancePath: instancePath + "/changes/" + i0 + "/scope",
										schemaPath: "#/properties/changes/items/properties/scope/pattern",
										keyword: "pattern",
										params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
										message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
									};
									if (vErrors === null) vErrors = [err29];
									else vErrors.push(err29);
									errors++;
								}
							} else {
								const err30 = {
									instancePath: instancePath + "/changes/" + i0 + "/scope",
									schemaPath: "#/properties/changes/items/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err30];
								else vErrors.push(err30);
								errors++;
							}
						}
						if (data8.label !== void 0) {
							if (typeof data8.label !== "string") {
								const err31 = {
									instancePath: instancePath + "/changes/" + i0 + "/label",
									schemaPath: "#/properties/changes/items/properties/label/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err31];
								else vErrors.push(err31);
								errors++;
							}
						}
						if (data8.from !== void 0) {
							let data12 = data8.from;
							const _errs28 = errors;
							let valid5 = false;
							const _errs29 = errors;
							if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
								if (data12.role === void 0) {
									const err32 = {
										instancePath: instancePath + "/changes/" + i0 + "/from",
										schemaPath: "#/$defs/state/required",
										keyword: "required",
										params: { missingProperty: "role" },
										message: "must have required property 'role'"
									};
									if (vErrors === null) vErrors = [err32];
									else vErrors.push(err32);
									errors++;
								}
								if (data12.status === void 0) {
									const err33 = {
										instancePath: instancePath + "/changes/" + i0 + "/from",
										schemaPath: "#/$defs/state/required",
										keyword: "required",
										params: { missingProperty: "status" },
										message: "must have required property 'status'"
									};
									if (vErrors === null) vErrors = [err33];
									else vErrors.push(err33);
									errors++;
								}
								for (const key3 in data12) if (!(key3 === "role" || key3 === "status")) {
									const err34 = {
										instancePath: instancePath + "/changes/" + i0 + "/from",
										schemaPath: "#/$defs/state/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key3 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err34];
									else vErrors.push(err34);
									errors++;
								}
								if (data12.role !== void 0) {
									if (typeof data12.role !== "string") {
										const err35 = {
											instancePath: instancePath + "/changes/" + i0 + "/from/role",
											schemaPath: "#/$defs/state/properties/role/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err35];
										else vErrors.push(err35);
										errors++;
									}
								}
								if (data12.status !== void 0) {
									let data14 = data12.status;
									if (typeof data14 !== "string") {
										const err36 = {
											instancePath: instancePath + "/changes/" + i0 + "/from/status",
											schemaPath: "#/$defs/state/properties/status/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err36];
										else vErrors.push(err36);
										errors++;
									}
									if (!(data14 === "active" || data14 === "inactive")) {
										const err37 = {
											instancePath: instancePath + "/changes/" + i0 + "/from/status",
											schemaPath: "#/$defs/state/properties/status/enum",
											keyword: "enum",
											params: { allowedValues: schema41.properties.status.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err37];
										else vErrors.push(err37);
										errors++;
									}
								}
							} else {
								const err38 = {
									instancePath: instancePath + "/changes/" + i0 + "/from",
									schemaPath: "#/$defs/state/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err38];
								else vErrors.push(err38);
								errors++;
							}
							var _valid0 = _errs29 === errors;
							valid5 = valid5 || _valid0;
							const _errs37 = errors;
							if (data12 !== null) {
								const err39 = {
									instancePath: instancePath + "/changes/" + i0 + "/from",
									schemaPath: "#/properties/changes/items/properties/from/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err39];
								else vErrors.push(err39);
								errors++;
							}
							var _valid0 = _errs37 === errors;
							valid5 = valid5 || _valid0;
							if (!valid5) {
								const err40 = {
									instancePath: instancePath + "/changes/" + i0 + "/from",
									schemaPath: "#/properties/changes/items/properties/from/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err40];
								else vErrors.push(err40);
								errors++;
							} else {
								errors = _errs28;
								if (vErrors !== null) {
									if (_errs28) vErrors.length = _errs28;
									else vErrors = null;
								}
							}
						}
						if (data8.to !== void 0) {
							let data15 = data8.to;
							const _errs40 = errors;
							let valid8 = false;
							const _errs41 = errors;
							if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
								if (data15.role === void 0) {
									const err41 = {
										instancePath: instancePath + "/changes/" + i0 + "/to",
										schemaPath: "#/$defs/state/required",
										keyword: "required",
										params: { missingProperty: "role" },
										message: "must have required property 'role'"
									};
									if (vErrors === null) vErrors = [err41];
									else vErrors.push(err41);
									errors++;
								}
								if (data15.status === void 0) {
									const err42 = {
										instancePath: instancePath + "/changes/" + i0 + "/to",
										schemaPath: "#/$defs/state/required",
										keyword: "required",
										params: { missingProperty: "status" },
										message: "must have required property 'status'"
									};
									if (vErrors === null) vErrors = [err42];
									else vErrors.push(err42);
									errors++;
								}
								for (const key4 in data15) if (!(key4 === "role" || key4 === "status")) {
									const err43 = {
										instancePath: instancePath + "/changes/" + i0 + "/to",
										schemaPath: "#/$defs/state/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key4 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err43];
									else vErrors.push(err43);
									errors++;
								}
								if (data15.role !== void 0) {
									if (typeof data15.role !== "string") {
										const err44 = {
											instancePath: instancePath + "/changes/" + i0 + "/to/role",
											schemaPath: "#/$defs/state/properties/role/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err44];
										else vErrors.push(err44);
										errors++;
									}
								}
								if (data15.status !== void 0) {
									let data17 = data15.status;
									if (typeof data17 !== "string") {
										const err45 = {
											instancePath: instancePath + "/changes/" + i0 + "/to/status",
											schemaPath: "#/$defs/state/properties/status/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err45];
										else vErrors.push(err45);
										errors++;
									}
									if (!(data17 === "active" || data17 === "inactive")) {
										const err46 = {
											instancePath: instancePath + "/changes/" + i0 + "/to/status",
											schemaPath: "#/$defs/state/properties/status/enum",
											keyword: "enum",
											params: { allowedValues: schema41.properties.status.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err46];
										else vErrors.push(err46);
										errors++;
									}
								}
							} else {
								const err47 = {
									instancePath: instancePath + "/changes/" + i0 + "/to",
									schemaPath: "#/$defs/state/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err47];
								else vErrors.push(err47);
								errors++;
							}
							var _valid1 = _errs41 === errors;
							valid8 = valid8 || _valid1;
							const _errs49 = errors;
							if (data15 !== null) {
								const err48 = {
									instancePath: instancePath + "/changes/" + i0 + "/to",
									schemaPath: "#/properties/changes/items/properties/to/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err48];
								else vErrors.push(err48);
								errors++;
							}
							var _valid1 = _errs49 === errors;
							valid8 = valid8 || _valid1;
							if (!valid8) {
								const err49 = {
									instancePath: instancePath + "/changes/" + i0 + "/to",
									schemaPath: "#/properties/changes/items/properties/to/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err49];
								else vErrors.push(err49);
								errors++;
							} else {
								errors = _errs40;
								if (vErrors !== null) {
									if (_errs40) vErrors.length = _errs40;
									else vErrors = null;
								}
							}
						}
						if (data8.source !== void 0) {
							let data18 = data8.source;
							const _errs52 = errors;
							let valid11 = false;
							const _errs53 = errors;
							if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
								if (data18.file === void 0) {
									const err50 = {
										instancePath: instancePath + "/changes/" + i0 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "file" },
										message: "must have required property 'file'"
									};
									if (vErrors === null) vErrors = [err50];
									else vErrors.push(err50);
									errors++;
								}
								if (data18.line === void 0) {
									const err51 = {
										instancePath: instancePath + "/changes/" + i0 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "line" },
										message: "must have required property 'line'"
									};
									if (vErrors === null) vErrors = [err51];
									else vErrors.push(err51);
									errors++;
								}
								if (data18.column === void 0) {
									const err52 = {
										instancePath: instancePath + "/changes/" + i0 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "column" },
										message: "must have required property 'column'"
									};
									if (vErrors === null) vErrors = [err52];
									else vErrors.push(err52);
									errors++;
								}
								for (const key5 in data18) if (!(key5 === "file" || key5 === "line" || key5 === "column")) {
									const err53 = {
										instancePath: instancePath + "/changes/" + i0 + "/source",
										schemaPath: "#/$defs/source/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key5 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err53];
									else vErrors.push(err53);
									errors++;
								}
								if (data18.file !== void 0) {
									if (typeof data18.file !== "string") {
										const err54 = {
											instancePath: instancePath + "/changes/" + i0 + "/source/file",
											schemaPath: "#/$defs/source/properties/file/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err54];
										else vErrors.push(err54);
										errors++;
									}
								}
								if (data18.line !== void 0) {
									let data20 = data18.line;
									if (!(typeof data20 == "number" && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
										const err55 = {
											instancePath: instancePath + "/changes/" + i0 + "/source/line",
											schemaPath: "#/$defs/source/properties/line/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err55];
										else vErrors.push(err55);
										errors++;
									}
									if (typeof data20 == "number" && isFinite(data20)) {
										if (data20 < 1 || isNaN(data20)) {
											const err56 = {
												instancePath: instancePath + "/changes/" + i0 + "/source/line",
												schemaPath: "#/$defs/source/properties/line/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err56];
											else vErrors.push(err56);
											errors++;
										}
									}
								}
								if (data18.column !== void 0) {
									let data21 = data18.column;
									if (!(typeof data21 == "number" && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
										const err57 = {
											instancePath: instancePath + "/changes/" + i0 + "/source/column",
											schemaPath: "#/$defs/source/properties/column/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err57];
										else vErrors.push(err57);
										errors++;
									}
									if (typeof data21 == "number" && isFinite(data21)) {
										if (data21 < 1 || isNaN(data21)) {
											const err58 = {
												instancePath: instancePath + "/changes/" + i0 + "/source/column",
												schemaPath: "#/$defs/source/properties/column/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err58];
											else vErrors.push(err58);
											errors++;
										}
									}
								}
							} else {
								const err59 = {
									instancePath: instancePath + "/changes/" + i0 + "/source",
									schemaPath: "#/$defs/source/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err59];
								else vErrors.push(err59);
								errors++;
							}
							var _valid2 = _errs53 === errors;
							valid11 = valid11 || _valid2;
							const _errs63 = errors;
							if (data18 !== null) {
								const err60 = {
									instancePath: instancePath + "/changes/" + i0 + "/source",
									schemaPath: "#/properties/changes/items/properties/source/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err60];
								else vErrors.push(err60);
								errors++;
							}
							var _valid2 = _errs63 === errors;
							valid11 = valid11 || _valid2;
							if (!valid11) {
								const err61 = {
									instancePath: instancePath + "/changes/" + i0 + "/source",
									schemaPath: "#/properties/changes/items/properties/source/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err61];
								else vErrors.push(err61);
								errors++;
							} else {
								errors = _errs52;
								if (vErrors !== null) {
									if (_errs52) vErrors.length = _errs52;
									else vErrors = null;
								}
							}
						}
					} else {
						const err62 = {
							instancePath: instancePath + "/changes/" + i0,
							schemaPath: "#/properties/changes/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err62];
						else vErrors.push(err62);
						errors++;
					}
				}
			} else {
				const err63 = {
					instancePath: instancePath + "/changes",
					schemaPath: "#/properties/changes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err63];
				else vErrors.push(err63);
				errors++;
			}
		}
	} else {
		const err64 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err64];
		else vErrors.push(err64);
		errors++;
	}
	validate22.errors = vErrors;
	return errors === 0;
}
validate22.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
export { validateDiff };
