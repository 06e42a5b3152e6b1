// Generated from schemas/access.schema.json by `npm run generate`; do not edit.
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var require_ucs2length = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));
const validateAccess = validate20;
const schema31 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:rolecall:access",
	"title": "Access file of rolecall",
	"description": "One document: a scope, and who shall hold which role in it.",
	"type": "object",
	"additionalProperties": false,
	"required": ["roles"],
	"dependentRequired": {
		"environment": ["organization"],
		"project": ["account"]
	},
	"oneOf": [{ "required": ["organization"] }, { "required": ["account"] }],
	"properties": {
		"organization": {
			"$ref": "#/$defs/id",
			"description": "Redox organization id. Heads the document, or names the organization of the environment."
		},
		"environment": {
			"$ref": "#/$defs/id",
			"description": "Redox environment id. Needs organization, where its users are read."
		},
		"account": {
			"$ref": "#/$defs/id",
			"description": "Aion account id. Heads the document, or names the account of the project."
		},
		"project": {
			"$ref": "#/$defs/id",
			"description": "Aion project id. Needs account."
		},
		"name": {
			"description": "A label for people; a warning is given where the live name differs.",
			"type": "string",
			"pattern": "\\S"
		},
		"prune": {
			"description": "What happens to assignments that are live and unlisted: false keeps and shows them, listed revokes them in the roles named here, true revokes them all. An organization must say true itself.",
			"enum": [
				false,
				true,
				"listed"
			]
		},
		"roles": {
			"description": "Role -> entries.",
			"type": "object",
			"propertyNames": {
				"description": "A role.",
				"type": "string",
				"pattern": "\\S"
			},
			"additionalProperties": {
				"description": "Who shall hold the role.",
				"type": "array",
				"items": { "$ref": "#/$defs/entry" }
			}
		}
	},
	"$defs": {
		"id": {
			"description": "An id, quoted: a string that is neither empty nor \".\" nor \"..\".",
			"type": "string",
			"minLength": 1,
			"not": { "enum": [".", ".."] }
		},
		"entry": {
			"description": "A person, user, team or group, with or without a term.",
			"anyOf": [{
				"description": "A key of people.yaml, an e-mail, an id, user:ID, team:NAME or group:ID.",
				"type": "string",
				"pattern": "\\S"
			}, {
				"description": "Exactly one of user, team and group, with a term, a reason or a status.",
				"type": "object",
				"additionalProperties": false,
				"oneOf": [
					{ "required": ["user"] },
					{ "required": ["team"] },
					{ "required": ["group"] }
				],
				"properties": {
					"user": {
						"description": "A key of people.yaml, an e-mail, an id or user:ID.",
						"type": "string",
						"pattern": "\\S"
					},
					"team": {
						"description": "A team of people.yaml.",
						"type": "string",
						"pattern": "\\S"
					},
					"group": {
						"description": "Id of an Aion IAM group.",
						"type": "string",
						"pattern": "\\S"
					},
					"from": {
						"description": "The first day (00:00 UTC) or RFC 3339 time at which the entry counts.",
						"type": "string",
						"pattern": "\\S",
						"examples": ["2027-01-01"]
					},
					"until": {
						"description": "The last day (to its end, UTC) or the RFC 3339 time at which the entry stops to count.",
						"type": "string",
						"pattern": "\\S",
						"examples": ["2027-01-31"]
					},
					"reason": {
						"description": "Why: a ticket, a sentence.",
						"type": "string",
						"pattern": "\\S"
					},
					"status": {
						"description": "Aion: whether the assignment is active. Active if left out.",
						"enum": ["active", "inactive"],
						"default": "active"
					}
				}
			}]
		}
	}
};
const schema36 = {
	"description": "A person, user, team or group, with or without a term.",
	"anyOf": [{
		"description": "A key of people.yaml, an e-mail, an id, user:ID, team:NAME or group:ID.",
		"type": "string",
		"pattern": "\\S"
	}, {
		"description": "Exactly one of user, team and group, with a term, a reason or a status.",
		"type": "object",
		"additionalProperties": false,
		"oneOf": [
			{ "required": ["user"] },
			{ "required": ["team"] },
			{ "required": ["group"] }
		],
		"properties": {
			"user": {
				"description": "A key of people.yaml, an e-mail, an id or user:ID.",
				"type": "string",
				"pattern": "\\S"
			},
			"team": {
				"description": "A team of people.yaml.",
				"type": "string",
				"pattern": "\\S"
			},
			"group": {
				"description": "Id of an Aion IAM group.",
				"type": "string",
				"pattern": "\\S"
			},
			"from": {
				"description": "The first day (00:00 UTC) or RFC 3339 time at which the entry counts.",
				"type": "string",
				"pattern": "\\S",
				"examples": ["2027-01-01"]
			},
			"until": {
				"description": "The last day (to its end, UTC) or the RFC 3339 time at which the entry stops to count.",
				"type": "string",
				"pattern": "\\S",
				"examples": ["2027-01-31"]
			},
			"reason": {
				"description": "Why: a ticket, a sentence.",
				"type": "string",
				"pattern": "\\S"
			},
			"status": {
				"description": "Aion: whether the assignment is active. Active if left out.",
				"enum": ["active", "inactive"],
				"default": "active"
			}
		}
	}]
};
const func1 = require_ucs2length().default;
const pattern4 = /* @__PURE__ */ new RegExp("\\S", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate20.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	const _errs1 = errors;
	let valid0 = false;
	let passing0 = null;
	const _errs2 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.organization === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/oneOf/0/required",
				keyword: "required",
				params: { missingProperty: "organization" },
				message: "must have required property 'organization'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid0 = _errs2 === errors;
	if (_valid0) {
		valid0 = true;
		passing0 = 0;
	}
	const _errs3 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.account === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/oneOf/1/required",
				keyword: "required",
				params: { missingProperty: "account" },
				message: "must have required property 'account'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	var _valid0 = _errs3 === errors;
	if (_valid0 && valid0) {
		valid0 = false;
		passing0 = [passing0, 1];
	} else if (_valid0) {
		valid0 = true;
		passing0 = 1;
	}
	if (!valid0) {
		const err2 = {
			instancePath,
			schemaPath: "#/oneOf",
			keyword: "oneOf",
			params: { passingSchemas: passing0 },
			message: "must match exactly one schema in oneOf"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	} else {
		errors = _errs1;
		if (vErrors !== null) {
			if (_errs1) vErrors.length = _errs1;
			else vErrors = null;
		}
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.roles === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "roles" },
				message: "must have required property 'roles'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "organization" || key0 === "environment" || key0 === "account" || key0 === "project" || key0 === "name" || key0 === "prune" || key0 === "roles")) {
			const err4 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.organization !== void 0) {
			let data0 = data.organization;
			const _errs8 = errors;
			const _errs9 = errors;
			if (!(data0 === "." || data0 === "..")) {
				const err5 = {};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
			if (_errs9 === errors) {
				const err6 = {
					instancePath: instancePath + "/organization",
					schemaPath: "#/$defs/id/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			} else {
				errors = _errs8;
				if (vErrors !== null) {
					if (_errs8) vErrors.length = _errs8;
					else vErrors = null;
				}
			}
			if (typeof data0 === "string") {
				if (func1(data0) < 1) {
					const err7 = {
						instancePath: instancePath + "/organization",
						schemaPath: "#/$defs/id/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/organization",
					schemaPath: "#/$defs/id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.environment !== void 0) {
			let data1 = data.environment;
			const _errs13 = errors;
			const _errs14 = errors;
			if (!(data1 === "." || data1 === "..")) {
				const err9 = {};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
			if (_errs14 === errors) {
				const err10 = {
					instancePath: instancePath + "/environment",
					schemaPath: "#/$defs/id/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			} else {
				errors = _errs13;
				if (vErrors !== null) {
					if (_errs13) vErrors.length = _errs13;
					else vErrors = null;
				}
			}
			if (typeof data1 === "string") {
				if (func1(data1) < 1) {
					const err11 = {
						instancePath: instancePath + "/environment",
						schemaPath: "#/$defs/id/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/environment",
					schemaPath: "#/$defs/id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.account !== void 0) {
			let data2 = data.account;
			const _errs18 = errors;
			const _errs19 = errors;
			if (!(data2 === "." || data2 === "..")) {
				const err13 = {};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
			if (_errs19 === errors) {
				const err14 = {
					instancePath: instancePath + "/account",
					schemaPath: "#/$defs/id/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid"
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			} else {
				errors = _errs18;
				if (vErrors !== null) {
					if (_errs18) vErrors.length = _errs18;
					else vErrors = null;
				}
			}
			if (typeof data2 === "string") {
				if (func1(data2) < 1) {
					const err15 = {
						instancePath: instancePath + "/account",
						schemaPath: "#/$defs/id/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
			} else {
				const err16 = {
					instancePath: instancePath + "/account",
					schemaPath: "#/$defs/id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.project !== void 0) {
			let data3 = data.project;
			const _errs23 = errors;
			const _errs24 = errors;
			if (!(data3 === "." || data3 === "..")) {
				const err17 = {};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
			if (_errs24 === errors) {
				const err18 = {
					instancePath: instancePath + "/project",
					schemaPath: "#/$defs/id/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid"
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			} else {
				errors = _errs23;
				if (vErrors !== null) {
					if (_errs23) vErrors.length = _errs23;
					else vErrors = null;
				}
			}
			if (typeof data3 === "string") {
				if (func1(data3) < 1) {
					const err19 = {
						instancePath: instancePath + "/project",
						schemaPath: "#/$defs/id/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
			} else {
				const err20 = {
					instancePath: instancePath + "/project",
					schemaPath: "#/$defs/id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.name !== void 0) {
			let data4 = data.name;
			if (typeof data4 === "string") {
				if (!pattern4.test(data4)) {
					const err21 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
			} else {
				const err22 = {
					instancePath: instancePath + "/name",
					schemaPath: "#/properties/name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.prune !== void 0) {
			let data5 = data.prune;
			if (!(data5 === false || data5 === true || data5 === "listed")) {
				const err23 = {
					instancePath: instancePath + "/prune",
					schemaPath: "#/properties/prune/enum",
					keyword: "enum",
					params: { allowedValues: schema31.properties.prune.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.roles !== void 0) {
			let data6 = data.roles;
			if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
				for (const key1 in data6) {
					const _errs30 = errors;
					if (typeof key1 === "string") {
						if (!pattern4.test(key1)) {
							const err24 = {
								instancePath: instancePath + "/roles",
								schemaPath: "#/properties/roles/propertyNames/pattern",
								keyword: "pattern",
								params: { pattern: "\\S" },
								message: "must match pattern \"\\S\"",
								propertyName: key1
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
					} else {
						const err25 = {
							instancePath: instancePath + "/roles",
							schemaPath: "#/properties/roles/propertyNames/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							propertyName: key1
						};
						if (vErrors === null) vErrors = [err25];
						else vErrors.push(err25);
						errors++;
					}
					if (!(_errs30 === errors)) {
						const err26 = {
							instancePath: instancePath + "/roles",
							schemaPath: "#/properties/roles/propertyNames",
							keyword: "propertyNames",
							params: { propertyName: key1 },
							message: "property name must be valid"
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
				}
				for (const key2 in data6) {
					let data7 = data6[key2];
					if (Array.isArray(data7)) {
						const len0 = data7.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data8 = data7[i0];
							const _errs37 = errors;
							let valid15 = false;
							const _errs38 = errors;
							if (typeof data8 === "string") {
								if (!pattern4.test(data8)) {
									const err27 = {
										instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
										schemaPath: "#/$defs/entry/anyOf/0/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\""
									};
									if (vErrors === null) vErrors = [err27];
									else vErrors.push(err27);
									errors++;
								}
							} else {
								const err28 = {
									instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
									schemaPath: "#/$defs/entry/anyOf/0/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err28];
								else vErrors.push(err28);
								errors++;
							}
							var _valid1 = _errs38 === errors;
							valid15 = valid15 || _valid1;
							const _errs40 = errors;
							const _errs42 = errors;
							let valid16 = false;
							let passing1 = null;
							const _errs43 = errors;
							if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
								if (data8.user === void 0) {
									const err29 = {
										instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
										schemaPath: "#/$defs/entry/anyOf/1/oneOf/0/required",
										keyword: "required",
										params: { missingProperty: "user" },
										message: "must have required property 'user'"
									};
									if (vErrors === null) vErrors = [err29];
									else vErrors.push(err29);
									errors++;
								}
							}
							var _valid2 = _errs43 === errors;
							if (_valid2) {
								valid16 = true;
								passing1 = 0;
							}
							const _errs44 = errors;
							if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
								if (data8.team === void 0) {
									const err30 = {
										instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
										schemaPath: "#/$defs/entry/anyOf/1/oneOf/1/required",
										keyword: "required",
										params: { missingProperty: "team" },
										message: "must have required property 'team'"
									};
									if (vErrors === null) vErrors = [err30];
									else vErrors.push(err30);
									errors++;
								}
							}
							var _valid2 = _errs44 === errors;
							if (_valid2 && valid16) {
								valid16 = false;
								passing1 = [passing1, 1];
							} else {
								if (_valid2) {
									valid16 = true;
									passing1 = 1;
								}
								const _errs45 = errors;
								if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
									if (data8.group === void 0) {
										const err31 = {
											instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
											schemaPath: "#/$defs/entry/anyOf/1/oneOf/2/required",
											keyword: "required",
											params: { missingProperty: "group" },
											message: "must have required property 'group'"
										};
										if (vErrors === null) vErrors = [err31];
										else vErrors.push(err31);
										errors++;
									}
								}
								var _valid2 = _errs45 === errors;
								if (_valid2 && valid16) {
									valid16 = false;
									passing1 = [passing1, 2];
								} else if (_valid2) {
									valid16 = true;
									passing1 = 2;
								}
							}
							if (!valid16) {
								const err32 = {
									instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
									schemaPath: "#/$defs/entry/anyOf/1/oneOf",
									keyword: "oneOf",
									params: { passingSchemas: passing1 },
									message: "must match exactly one schema in oneOf"
								};
								if (vErrors === null) vErrors = [err32];
								else vErrors.push(err32);
								errors++;
							} else {
								errors = _errs42;
								if (vErrors !== null) {
									if (_errs42) vErrors.length = _errs42;
									else vErrors = null;
								}
							}
							if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
								for (const key3 in data8) if (!(key3 === "user" || key3 === "team" || key3 === "group" || key3 === "from" || key3 === "until" || key3 === "reason" || key3 === "status")) {
									const err33 = {
										instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
										schemaPath: "#/$defs/entry/anyOf/1/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key3 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err33];
									else vErrors.push(err33);
									errors++;
								}
								if (data8.user !== void 0) {
									let data9 = data8.user;
									if (typeof data9 === "string") {
										if (!pattern4.test(data9)) {
											const err34 = {
												instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/user",
												schemaPath: "#/$defs/entry/anyOf/1/properties/user/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err34];
											else vErrors.push(err34);
											errors++;
										}
									} else {
										const err35 = {
											instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/user",
											schemaPath: "#/$defs/entry/anyOf/1/properties/user/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err35];
										else vErrors.push(err35);
										errors++;
									}
								}
								if (data8.team !== void 0) {
									let data10 = data8.team;
									if (typeof data10 === "string") {
										if (!pattern4.test(data10)) {
											const err36 = {
												instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/team",
												schemaPath: "#/$defs/entry/anyOf/1/properties/team/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err36];
											else vErrors.push(err36);
											errors++;
										}
									} else {
										const err37 = {
											instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/team",
											schemaPath: "#/$defs/entry/anyOf/1/properties/team/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err37];
										else vErrors.push(err37);
										errors++;
									}
								}
								if (data8.group !== void 0) {
									let data11 = data8.group;
									if (typeof data11 === "string") {
										if (!pattern4.test(data11)) {
											const err38 = {
												instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/group",
												schemaPath: "#/$defs/entry/anyOf/1/properties/group/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err38];
											else vErrors.push(err38);
											errors++;
										}
									} else {
										const err39 = {
											instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/group",
											schemaPath: "#/$defs/entry/anyOf/1/properties/group/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err39];
										else vErrors.push(err39);
										errors++;
									}
								}
								if (data8.from !== void 0) {
									let data12 = data8.from;
									if (typeof data12 === "string") {
										if (!pattern4.test(data12)) {
											const err40 = {
												instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/from",
												schemaPath: "#/$defs/entry/anyOf/1/properties/from/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err40];
											else vErrors.push(err40);
											errors++;
										}
									} else {
										const err41 = {
											instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/from",
											schemaPath: "#/$defs/entry/anyOf/1/properties/from/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err41];
										else vErrors.push(err41);
										errors++;
									}
								}
								if (data8.until !== void 0) {
									let data13 = data8.until;
									if (typeof data13 === "string") {
										if (!pattern4.test(data13)) {
											const err42 = {
												instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/until",
												schemaPath: "#/$defs/entry/anyOf/1/properties/until/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err42];
											else vErrors.push(err42);
											errors++;
										}
									} else {
										const err43 = {
											instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/until",
											schemaPath: "#/$defs/entry/anyOf/1/properties/until/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err43];
										else vErrors.push(err43);
										errors++;
									}
								}
								if (data8.reason !== void 0) {
									let data14 = data8.reason;
									if (typeof data14 === "string") {
										if (!pattern4.test(data14)) {
											const err44 = {
												instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/reason",
												schemaPath: "#/$defs/entry/anyOf/1/properties/reason/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err44];
											else vErrors.push(err44);
											errors++;
										}
									} else {
										const err45 = {
											instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/reason",
											schemaPath: "#/$defs/entry/anyOf/1/properties/reason/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err45];
										else vErrors.push(err45);
										errors++;
									}
								}
								if (data8.status !== void 0) {
									let data15 = data8.status;
									if (!(data15 === "active" || data15 === "inactive")) {
										const err46 = {
											instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0 + "/status",
											schemaPath: "#/$defs/entry/anyOf/1/properties/status/enum",
											keyword: "enum",
											params: { allowedValues: schema36.anyOf[1].properties.status.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err46];
										else vErrors.push(err46);
										errors++;
									}
								}
							} else {
								const err47 = {
									instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
									schemaPath: "#/$defs/entry/anyOf/1/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err47];
								else vErrors.push(err47);
								errors++;
							}
							var _valid1 = _errs40 === errors;
							valid15 = valid15 || _valid1;
							if (!valid15) {
								const err48 = {
									instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
									schemaPath: "#/$defs/entry/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err48];
								else vErrors.push(err48);
								errors++;
							} else {
								errors = _errs37;
								if (vErrors !== null) {
									if (_errs37) vErrors.length = _errs37;
									else vErrors = null;
								}
							}
						}
					} else {
						const err49 = {
							instancePath: instancePath + "/roles/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/roles/additionalProperties/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err49];
						else vErrors.push(err49);
						errors++;
					}
				}
			} else {
				const err50 = {
					instancePath: instancePath + "/roles",
					schemaPath: "#/properties/roles/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err50];
				else vErrors.push(err50);
				errors++;
			}
		}
		if (data.environment !== void 0) {
			if (data.organization === void 0) {
				const err51 = {
					instancePath,
					schemaPath: "#/dependentRequired",
					keyword: "dependentRequired",
					params: {
						property: "environment",
						missingProperty: "organization",
						depsCount: 1,
						deps: "organization"
					},
					message: "must have property organization when property environment is present"
				};
				if (vErrors === null) vErrors = [err51];
				else vErrors.push(err51);
				errors++;
			}
		}
		if (data.project !== void 0) {
			if (data.account === void 0) {
				const err52 = {
					instancePath,
					schemaPath: "#/dependentRequired",
					keyword: "dependentRequired",
					params: {
						property: "project",
						missingProperty: "account",
						depsCount: 1,
						deps: "account"
					},
					message: "must have property account when property project is present"
				};
				if (vErrors === null) vErrors = [err52];
				else vErrors.push(err52);
				errors++;
			}
		}
	} else {
		const err53 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err53];
		else vErrors.push(err53);
		errors++;
	}
	validate20.errors = vErrors;
	return errors === 0;
}
validate20.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
export { validateAccess };
