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
				"revoke",
				"kept"
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
				},
				"kept": {
					"description": "What was taken out of the files and is not revoked.",
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
					},
					"kept": {
						"description": "Present where a role is taken out of the files and stays: that is no revoke.",
						"const": true
					},
					"reason": {
						"description": "With kept: why it stays, and what would revoke it.",
						"type": "string"
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
				if (data3.kept === void 0) {
					const err12 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "kept" },
						message: "must have required property 'kept'"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				for (const key1 in data3) if (!(key1 === "grant" || key1 === "change" || key1 === "revoke" || key1 === "kept")) {
					const err13 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data3.grant !== void 0) {
					let data4 = data3.grant;
					if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
						const err14 = {
							instancePath: instancePath + "/summary/grant",
							schemaPath: "#/properties/summary/properties/grant/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err14];
						else vErrors.push(err14);
						errors++;
					}
					if (typeof data4 == "number" && isFinite(data4)) {
						if (data4 < 0 || isNaN(data4)) {
							const err15 = {
								instancePath: instancePath + "/summary/grant",
								schemaPath: "#/properties/summary/properties/grant/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
					}
				}
				if (data3.change !== void 0) {
					let data5 = data3.change;
					if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
						const err16 = {
							instancePath: instancePath + "/summary/change",
							schemaPath: "#/properties/summary/properties/change/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
					if (typeof data5 == "number" && isFinite(data5)) {
						if (data5 < 0 || isNaN(data5)) {
							const err17 = {
								instancePath: instancePath + "/summary/change",
								schemaPath: "#/properties/summary/properties/change/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err17];
							else vErrors.push(err17);
							errors++;
						}
					}
				}
				if (data3.revoke !== void 0) {
					let data6 = data3.revoke;
					if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
						const err18 = {
							instancePath: instancePath + "/summary/revoke",
							schemaPath: "#/properties/summary/properties/revoke/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
					if (typeof data6 == "number" && isFinite(data6)) {
						if (data6 < 0 || isNaN(data6)) {
							const err19 = {
								instancePath: instancePath + "/summary/revoke",
								schemaPath: "#/properties/summary/properties/revoke/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
					}
				}
				if (data3.kept !== void 0) {
					let data7 = data3.kept;
					if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
						const err20 = {
							instancePath: instancePath + "/summary/kept",
							schemaPath: "#/properties/summary/properties/kept/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
					if (typeof data7 == "number" && isFinite(data7)) {
						if (data7 < 0 || isNaN(data7)) {
							const err21 = {
								instancePath: instancePath + "/summary/kept",
								schemaPath: "#/properties/summary/properties/kept/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err21];
							else vErrors.push(err21);
							errors++;
						}
					}
				}
			} else {
				const err22 = {
					instancePath: instancePath + "/summary",
					schemaPath: "#/properties/summary/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.changes !== void 0) {
			let data8 = data.changes;
			if (Array.isArray(data8)) {
				const len0 = data8.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data9 = data8[i0];
					if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
						if (data9.action === void 0) {
							const err23 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "action" },
								message: "must have required property 'action'"
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
						if (data9.scope === void 0) {
							const err24 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
						if (data9.label === void 0) {
							const err25 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "label" },
								message: "must have required property 'label'"
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
						if (data9.from === void 0) {
							const err26 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "from" },
								message: "must have required property 'from'"
							};
							if (vErrors === null) vErrors = [err26];
							else vErrors.push(err26);
							errors++;
						}
						if (data9.to === void 0) {
							const err27 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "to" },
								message: "must have required property 'to'"
							};
							if (vErrors === null) vErrors = [err27];
							else vErrors.push(err27);
							errors++;
						}
						if (data9.source === void 0) {
							const err28 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/required",
								keyword: "required",
								params: { missingProperty: "source" },
								message: "must have required property 'source'"
							};
							if (vErrors === null) vErrors = [err28];
							else vErrors.push(err28);
							errors++;
						}
						for (const key2 in data9) if (!(key2 === "action" || key2 === "scope" || key2 === "label" || key2 === "from" || key2 === "to" || key2 === "source" || key2 === "kept" || key2 === "reason")) {
							const err29 = {
								instancePath: instancePath + "/changes/" + i0,
								schemaPath: "#/properties/changes/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key2 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
						}
						if (data9.action !== void 0) {
							let data10 = data9.action;
							if (typeof data10 !== "string") {
								const err30 = {
									instancePath: instancePath + "/changes/" + i0 + "/action",
									schemaPath: "#/properties/changes/items/properties/action/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err30];
								else vErrors.push(err30);
								errors++;
							}
							if (!(data10 === "grant" || data10 === "change" || data10 === "revoke")) {
								const err31 = {
									instancePath: instancePath + "/changes/" + i0 + "/action",
									schemaPath: "#/properties/changes/items/properties/action/enum",
									keyword: "enum",
									params: { allowedValues: schema40.properties.changes.items.properties.action.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err31];
								else vErrors.push(err31);
								errors++;
							}
						}
						if (data9.scope !== void 0) {
							let data11 = data9.scope;
							if (typeof data11 === "string") {
								if (!pattern13.test(data11)) {
									const err32 = {
										instancePath: instancePath + "/changes/" + i0 + "/scope",
										schemaPath: "#/properties/changes/items/properties/scope/pattern",
										keyword: "pattern",
										params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
										message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
									};
									if (vErrors === null) vErrors = [err32];
									else vErrors.push(err32);
									errors++;
								}
							} else {
								const err33 = {
									instancePath: instancePath + "/changes/" + i0 + "/scope",
									schemaPath: "#/properties/changes/items/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err33];
								else vErrors.push(err33);
								errors++;
							}
						}
						if (data9.label !== void 0) {
							if (typeof data9.label !== "string") {
								const err34 = {
									instancePath: instancePath + "/changes/" + i0 + "/label",
									schemaPath: "#/properties/changes/items/properties/label/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err34];
								else vErrors.push(err34);
								errors++;
							}
						}
						if (data9.from !== void 0) {
							let data13 = data9.from;
							const _errs30 = errors;
							let valid5 = false;
							const _errs31 = errors;
							if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
								if (data13.role === void 0) {
									const err35 = {
										instancePath: instancePath + "/changes/" + i0 + "/from",
										schemaPath: "#/$defs/state/required",
										keyword: "required",
										params: { missingProperty: "role" },
										message: "must have required property 'role'"
									};
									if (vErrors === null) vErrors = [err35];
									else vErrors.push(err35);
									errors++;
								}
								if (data13.status === void 0) {
									const err36 = {
										instancePath: instancePath + "/changes/" + i0 + "/from",
										schemaPath: "#/$defs/state/required",
										keyword: "required",
										params: { missingProperty: "status" },
										message: "must have required property 'status'"
									};
									if (vErrors === null) vErrors = [err36];
									else vErrors.push(err36);
									errors++;
								}
								for (const key3 in data13) if (!(key3 === "role" || key3 === "status")) {
									const err37 = {
										instancePath: instancePath + "/changes/" + i0 + "/from",
										schemaPath: "#/$defs/state/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key3 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err37];
									else vErrors.push(err37);
									errors++;
								}
								if (data13.role !== void 0) {
									if (typeof data13.role !== "string") {
										const err38 = {
											instancePath: instancePath + "/changes/" + i0 + "/from/role",
											schemaPath: "#/$defs/state/properties/role/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err38];
										else vErrors.push(err38);
										errors++;
									}
								}
								if (data13.status !== void 0) {
									let data15 = data13.status;
									if (typeof data15 !== "string") {
										const err39 = {
											instancePath: instancePath + "/changes/" + i0 + "/from/status",
											schemaPath: "#/$defs/state/properties/status/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err39];
										else vErrors.push(err39);
										errors++;
									}
									if (!(data15 === "active" || data15 === "inactive")) {
										const err40 = {
											instancePath: instancePath + "/changes/" + i0 + "/from/status",
											schemaPath: "#/$defs/state/properties/status/enum",
											keyword: "enum",
											params: { allowedValues: schema41.properties.status.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err40];
										else vErrors.push(err40);
										errors++;
									}
								}
							} else {
								const err41 = {
									instancePath: instancePath + "/changes/" + i0 + "/from",
									schemaPath: "#/$defs/state/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err41];
								else vErrors.push(err41);
								errors++;
							}
							var _valid0 = _errs31 === errors;
							valid5 = valid5 || _valid0;
							const _errs39 = errors;
							if (data13 !== null) {
								const err42 = {
									instancePath: instancePath + "/changes/" + i0 + "/from",
									schemaPath: "#/properties/changes/items/properties/from/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err42];
								else vErrors.push(err42);
								errors++;
							}
							var _valid0 = _errs39 === errors;
							valid5 = valid5 || _valid0;
							if (!valid5) {
								const err43 = {
									instancePath: instancePath + "/changes/" + i0 + "/from",
									schemaPath: "#/properties/changes/items/properties/from/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err43];
								else vErrors.push(err43);
								errors++;
							} else {
								errors = _errs30;
								if (vErrors !== null) {
									if (_errs30) vErrors.length = _errs30;
									else vErrors = null;
								}
							}
						}
						if (data9.to !== void 0) {
							let data16 = data9.to;
							const _errs42 = errors;
							let valid8 = false;
							const _errs43 = errors;
							if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
								if (data16.role === void 0) {
									const err44 = {
										instancePath: instancePath + "/changes/" + i0 + "/to",
										schemaPath: "#/$defs/state/required",
										keyword: "required",
										params: { missingProperty: "role" },
										message: "must have required property 'role'"
									};
									if (vErrors === null) vErrors = [err44];
									else vErrors.push(err44);
									errors++;
								}
								if (data16.status === void 0) {
									const err45 = {
										instancePath: instancePath + "/changes/" + i0 + "/to",
										schemaPath: "#/$defs/state/required",
										keyword: "required",
										params: { missingProperty: "status" },
										message: "must have required property 'status'"
									};
									if (vErrors === null) vErrors = [err45];
									else vErrors.push(err45);
									errors++;
								}
								for (const key4 in data16) if (!(key4 === "role" || key4 === "status")) {
									const err46 = {
										instancePath: instancePath + "/changes/" + i0 + "/to",
										schemaPath: "#/$defs/state/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key4 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err46];
									else vErrors.push(err46);
									errors++;
								}
								if (data16.role !== void 0) {
									if (typeof data16.role !== "string") {
										const err47 = {
											instancePath: instancePath + "/changes/" + i0 + "/to/role",
											schemaPath: "#/$defs/state/properties/role/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err47];
										else vErrors.push(err47);
										errors++;
									}
								}
								if (data16.status !== void 0) {
									let data18 = data16.status;
									if (typeof data18 !== "string") {
										const err48 = {
											instancePath: instancePath + "/changes/" + i0 + "/to/status",
											schemaPath: "#/$defs/state/properties/status/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err48];
										else vErrors.push(err48);
										errors++;
									}
									if (!(data18 === "active" || data18 === "inactive")) {
										const err49 = {
											instancePath: instancePath + "/changes/" + i0 + "/to/status",
											schemaPath: "#/$defs/state/properties/status/enum",
											keyword: "enum",
											params: { allowedValues: schema41.properties.status.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err49];
										else vErrors.push(err49);
										errors++;
									}
								}
							} else {
								const err50 = {
									instancePath: instancePath + "/changes/" + i0 + "/to",
									schemaPath: "#/$defs/state/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err50];
								else vErrors.push(err50);
								errors++;
							}
							var _valid1 = _errs43 === errors;
							valid8 = valid8 || _valid1;
							const _errs51 = errors;
							if (data16 !== null) {
								const err51 = {
									instancePath: instancePath + "/changes/" + i0 + "/to",
									schemaPath: "#/properties/changes/items/properties/to/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err51];
								else vErrors.push(err51);
								errors++;
							}
							var _valid1 = _errs51 === errors;
							valid8 = valid8 || _valid1;
							if (!valid8) {
								const err52 = {
									instancePath: instancePath + "/changes/" + i0 + "/to",
									schemaPath: "#/properties/changes/items/properties/to/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err52];
								else vErrors.push(err52);
								errors++;
							} else {
								errors = _errs42;
								if (vErrors !== null) {
									if (_errs42) vErrors.length = _errs42;
									else vErrors = null;
								}
							}
						}
						if (data9.source !== void 0) {
							let data19 = data9.source;
							const _errs54 = errors;
							let valid11 = false;
							const _errs55 = errors;
							if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
								if (data19.file === void 0) {
									const err53 = {
										instancePath: instancePath + "/changes/" + i0 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "file" },
										message: "must have required property 'file'"
									};
									if (vErrors === null) vErrors = [err53];
									else vErrors.push(err53);
									errors++;
								}
								if (data19.line === void 0) {
									const err54 = {
										instancePath: instancePath + "/changes/" + i0 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "line" },
										message: "must have required property 'line'"
									};
									if (vErrors === null) vErrors = [err54];
									else vErrors.push(err54);
									errors++;
								}
								if (data19.column === void 0) {
									const err55 = {
										instancePath: instancePath + "/changes/" + i0 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "column" },
										message: "must have required property 'column'"
									};
									if (vErrors === null) vErrors = [err55];
									else vErrors.push(err55);
									errors++;
								}
								for (const key5 in data19) if (!(key5 === "file" || key5 === "line" || key5 === "column")) {
									const err56 = {
										instancePath: instancePath + "/changes/" + i0 + "/source",
										schemaPath: "#/$defs/source/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key5 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err56];
									else vErrors.push(err56);
									errors++;
								}
								if (data19.file !== void 0) {
									if (typeof data19.file !== "string") {
										const err57 = {
											instancePath: instancePath + "/changes/" + i0 + "/source/file",
											schemaPath: "#/$defs/source/properties/file/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err57];
										else vErrors.push(err57);
										errors++;
									}
								}
								if (data19.line !== void 0) {
									let data21 = data19.line;
									if (!(typeof data21 == "number" && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
										const err58 = {
											instancePath: instancePath + "/changes/" + i0 + "/source/line",
											schemaPath: "#/$defs/source/properties/line/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err58];
										else vErrors.push(err58);
										errors++;
									}
									if (typeof data21 == "number" && isFinite(data21)) {
										if (data21 < 1 || isNaN(data21)) {
											const err59 = {
												instancePath: instancePath + "/changes/" + i0 + "/source/line",
												schemaPath: "#/$defs/source/properties/line/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err59];
											else vErrors.push(err59);
											errors++;
										}
									}
								}
								if (data19.column !== void 0) {
									let data22 = data19.column;
									if (!(typeof data22 == "number" && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
										const err60 = {
											instancePath: instancePath + "/changes/" + i0 + "/source/column",
											schemaPath: "#/$defs/source/properties/column/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err60];
										else vErrors.push(err60);
										errors++;
									}
									if (typeof data22 == "number" && isFinite(data22)) {
										if (data22 < 1 || isNaN(data22)) {
											const err61 = {
												instancePath: instancePath + "/changes/" + i0 + "/source/column",
												schemaPath: "#/$defs/source/properties/column/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err61];
											else vErrors.push(err61);
											errors++;
										}
									}
								}
							} else {
								const err62 = {
									instancePath: instancePath + "/changes/" + i0 + "/source",
									schemaPath: "#/$defs/source/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err62];
								else vErrors.push(err62);
								errors++;
							}
							var _valid2 = _errs55 === errors;
							valid11 = valid11 || _valid2;
							const _errs65 = errors;
							if (data19 !== null) {
								const err63 = {
									instancePath: instancePath + "/changes/" + i0 + "/source",
									schemaPath: "#/properties/changes/items/properties/source/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err63];
								else vErrors.push(err63);
								errors++;
							}
							var _valid2 = _errs65 === errors;
							valid11 = valid11 || _valid2;
							if (!valid11) {
								const err64 = {
									instancePath: instancePath + "/changes/" + i0 + "/source",
									schemaPath: "#/properties/changes/items/properties/source/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err64];
								else vErrors.push(err64);
								errors++;
							} else {
								errors = _errs54;
								if (vErrors !== null) {
									if (_errs54) vErrors.length = _errs54;
									else vErrors = null;
								}
							}
						}
						if (data9.kept !== void 0) {
							if (true !== data9.kept) {
								const err65 = {
									instancePath: instancePath + "/changes/" + i0 + "/kept",
									schemaPath: "#/properties/changes/items/properties/kept/const",
									keyword: "const",
									params: { allowedValue: true },
									message: "must be equal to constant"
								};
								if (vErrors === null) vErrors = [err65];
								else vErrors.push(err65);
								errors++;
							}
						}
						if (data9.reason !== void 0) {
							if (typeof data9.reason !== "string") {
								const err66 = {
									instancePath: instancePath + "/changes/" + i0 + "/reason",
									schemaPath: "#/properties/changes/items/properties/reason/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err66];
								else vErrors.push(err66);
								errors++;
							}
						}
					} else {
						const err67 = {
							instancePath: instancePath + "/changes/" + i0,
							schemaPath: "#/properties/changes/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err67];
						else vErrors.push(err67);
						errors++;
					}
				}
			} else {
				const err68 = {
					instancePath: instancePath + "/changes",
					schemaPath: "#/properties/changes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err68];
				else vErrors.push(err68);
				errors++;
			}
		}
	} else {
		const err69 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err69];
		else vErrors.push(err69);
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
