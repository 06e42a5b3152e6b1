// Generated from schemas/settings.schema.json by `npm run generate`; do not edit.
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
function appended(all, more) {
	for (const error of more) all.push(error);
	return all;
}
const validateSettings = validate68;
const schema106 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:rolecall:settings",
	"title": "rolecall.yaml",
	"description": "Settings of rolecall: where the files are, how the APIs are reached, and what a plan must never do.",
	"type": "object",
	"additionalProperties": false,
	"properties": {
		"version": {
			"description": "The version of this format. 1 is the only one.",
			"const": 1
		},
		"access": {
			"description": "The access files: globs relative to this file. They cannot leave its folder.",
			"type": "array",
			"items": {
				"description": "A glob such as access/**/*.yaml: ** is any folders, * and ? stay within a name, [a-z] is one character, {a,b} either; one that begins with ! leaves files out.",
				"type": "string",
				"pattern": "\\S"
			},
			"minItems": 1,
			"maxItems": 200,
			"default": ["access/**/*.yaml"]
		},
		"people": {
			"description": "The directory of people and teams, relative to this file.",
			"type": "string",
			"pattern": "\\S",
			"examples": ["people.yaml"]
		},
		"prune": {
			"description": "What happens to assignments that are live and unlisted in environments, accounts and projects whose document does not say: false keeps and shows them, listed revokes them in the roles the document names, true revokes them all. Organizations never inherit it.",
			"enum": [
				false,
				true,
				"listed"
			],
			"default": false
		},
		"providers": {
			"description": "The systems that hold role assignments. One that no file uses needs no settings.",
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"redox": { "$ref": "#/$defs/redox" },
				"aion": { "$ref": "#/$defs/aion" }
			}
		},
		"guards": {
			"description": "Checks that may refuse a plan.",
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"maxRevokes": {
					"description": "Refuses a plan that takes away more than the larger of both limits in one scope.",
					"type": "object",
					"additionalProperties": false,
					"properties": {
						"count": {
							"description": "This many revokes are in order whatever the size of the scope.",
							"type": "integer",
							"minimum": 0,
							"default": 5
						},
						"percent": {
							"description": "This share of the live assignments of the scope, in percent.",
							"type": "number",
							"minimum": 0,
							"maximum": 100,
							"default": 10
						}
					}
				},
				"minHolders": {
					"description": "Refuses a plan that leaves a role with too few users, besides the built-in owner of an organization and account_admin of an account.",
					"type": "array",
					"items": {
						"description": "How many users must hold a role.",
						"type": "object",
						"additionalProperties": false,
						"required": [
							"scope",
							"role",
							"min"
						],
						"properties": {
							"scope": { "$ref": "#/$defs/scopeGlob" },
							"role": {
								"description": "The role, by its name; no glob. Redox role names match without regard to case.",
								"type": "string",
								"pattern": "^[^*]*\\S[^*]*$",
								"examples": ["owner"]
							},
							"min": {
								"description": "The number of distinct users that must hold it directly.",
								"type": "integer",
								"minimum": 1
							}
						}
					}
				},
				"protect": {
					"description": "Principals whose assignments are never changed or revoked.",
					"type": "array",
					"items": {
						"description": "A protected principal.",
						"type": "object",
						"additionalProperties": false,
						"required": ["scope", "principal"],
						"properties": {
							"scope": { "$ref": "#/$defs/scopeGlob" },
							"principal": {
								"description": "The principal: user:ID, group:ID, an e-mail or a key of people.yaml.",
								"type": "string",
								"pattern": "\\S"
							}
						}
					}
				}
			}
		},
		"policies": {
			"description": "Rules about who may hold what, checked without the network but for require2fa.",
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"separation": {
					"description": "Roles that no one person may hold together.",
					"type": "array",
					"items": {
						"description": "A separation of duties.",
						"type": "object",
						"additionalProperties": false,
						"required": [
							"name",
							"roles",
							"within"
						],
						"properties": {
							"name": {
								"description": "What the policy is called in findings.",
								"type": "string",
								"pattern": "\\S"
							},
							"roles": {
								"description": "The roles of which a person may hold one. Case does not matter.",
								"type": "array",
								"items": {
									"description": "A role.",
									"type": "string",
									"pattern": "\\S"
								},
								"minItems": 2
							},
							"within": {
								"description": "Where the roles must not meet: in one scope, in an organization with its environments, in an account with its projects, or everywhere.",
								"enum": [
									"scope",
									"organization",
									"account",
									"everywhere"
								]
							},
							"level": { "$ref": "#/$defs/level" }
						}
					}
				},
				"maxTerm": {
					"description": "Roles that are given for a limited time only.",
					"type": "array",
					"items": {
						"description": "The longest term of a role.",
						"type": "object",
						"additionalProperties": false,
						"required": [
							"scope",
							"role",
							"days"
						],
						"properties": {
							"scope": { "$ref": "#/$defs/scopeGlob" },
							"role": { "$ref": "#/$defs/roleGlob" },
							"days": {
								"description": "The entry must carry until, at most this many days after the later of now and its from.",
								"type": "number",
								"exclusiveMinimum": 0
							},
							"level": { "$ref": "#/$defs/level" }
						}
					}
				},
				"require2fa": {
					"description": "Roles whose holders must have a second factor.",
					"type": "array",
					"items": {
						"description": "A second factor for some roles.",
						"type": "object",
						"additionalProperties": false,
						"required": ["scope", "roles"],
						"properties": {
							"scope": { "$ref": "#/$defs/scopeGlob" },
							"roles": {
								"description": "The roles, as globs. Case does not matter.",
								"type": "array",
								"items": { "$ref": "#/$defs/roleGlob" },
								"minItems": 1
							},
							"level": { "$ref": "#/$defs/level" }
						}
					}
				}
			}
		},
		"risk": {
			"description": "What plans and comments show first.",
			"type": "object",
			"additionalProperties": false,
			"properties": { "high": {
				"description": "Globs of high-risk roles: what gives or takes one is of high risk, and so is an unlisted holder.",
				"type": "array",
				"items": { "$ref": "#/$defs/roleGlob" },
				"default": ["*admin*", "*owner*"]
			} }
		}
	},
	"$defs": {
		"scopeGlob": {
			"description": "A glob over addresses of scopes: * is one segment, ** any number.",
			"type": "string",
			"pattern": "\\S",
			"examples": ["redox/organization/*", "**"]
		},
		"roleGlob": {
			"description": "A glob over role names: * is any text. Case does not matter.",
			"type": "string",
			"pattern": "\\S",
			"examples": ["*admin*"]
		},
		"level": {
			"description": "Whether a finding stops the run (error) or is only shown (warning).",
			"enum": ["error", "warning"],
			"default": "error"
		},
		"duration": {
			"description": "A duration: 500ms, 30s, 5m or 1h.",
			"type": "string",
			"pattern": "^[1-9][0-9]{0,8}(ms|s|m|h)$",
			"examples": ["30s"]
		},
		"secret": {
			"description": "A secret, named by the environment variable that holds it. Its value is never written here.",
			"type": "object",
			"additionalProperties": false,
			"required": ["env"],
			"properties": { "env": {
				"description": "Name of the environment variable.",
				"type": "string",
				"pattern": "^[A-Za-z_][A-Za-z0-9_]*$"
			} }
		},
		"bearer": {
			"description": "A ready access token, sent as Authorization: Bearer.",
			"type": "object",
			"additionalProperties": false,
			"required": ["method", "token"],
			"properties": {
				"method": {
					"description": "A ready access token.",
					"const": "bearer"
				},
				"token": {
					"$ref": "#/$defs/secret",
					"description": "The access token."
				}
			}
		},
		"header": {
			"description": "A key sent in a header of its own.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"method",
				"name",
				"token"
			],
			"properties": {
				"method": {
					"description": "A key sent in a header of its own.",
					"const": "header"
				},
				"name": {
					"description": "Name of the header.",
					"type": "string",
					"pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$",
					"examples": ["X-API-Key"]
				},
				"token": {
					"$ref": "#/$defs/secret",
					"description": "The value of the header."
				}
			}
		},
		"clientCredentials": {
			"description": "OAuth 2.0 client credentials with a shared secret (RFC 6749, 4.4).",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"method",
				"tokenUrl",
				"clientId",
				"clientSecret"
			],
			"properties": {
				"method": {
					"description": "OAuth 2.0 client credentials with a shared secret.",
					"const": "client-credentials"
				},
				"tokenUrl": {
					"description": "The token endpoint: https, or a loopback host.",
					"type": "string",
					"pattern": "\\S"
				},
				"audience": {
					"description": "The audience to ask the token for.",
					"type": "string",
					"pattern": "\\S"
				},
				"clientId": {
					"$ref": "#/$defs/secret",
					"description": "The client id."
				},
				"clientSecret": {
					"$ref": "#/$defs/secret",
					"description": "The client secret."
				}
			}
		},
		"privateKeyJwt": {
			"description": "OAuth 2.0 client credentials with a signed assertion (RFC 7523, RS384).",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"method",
				"clientId",
				"keyId",
				"privateKey"
			],
			"properties": {
				"method": {
					"description": "OAuth 2.0 client credentials with a signed assertion.",
					"const": "private-key-jwt"
				},
				"tokenUrl": {
					"description": "The token endpoint: https, or a loopback host.",
					"type": "string",
					"pattern": "\\S",
					"default": "https://api.redoxengine.com/v2/auth/token"
				},
				"clientId": {
					"$ref": "#/$defs/secret",
					"description": "The client id."
				},
				"keyId": {
					"$ref": "#/$defs/secret",
					"description": "The id of the key (kid)."
				},
				"privateKey": {
					"$ref": "#/$defs/secret",
					"description": "The private key, PEM (PKCS#8) or JWK."
				}
			}
		},
		"redoxAuth": {
			"description": "How requests to Redox are authorized.",
			"type": "object",
			"discriminator": { "propertyName": "method" },
			"required": ["method"],
			"oneOf": [
				{ "$ref": "#/$defs/privateKeyJwt" },
				{ "$ref": "#/$defs/bearer" },
				{ "$ref": "#/$defs/clientCredentials" },
				{ "$ref": "#/$defs/header" }
			]
		},
		"aionAuth": {
			"description": "How requests to Aion are authorized.",
			"type": "object",
			"discriminator": { "propertyName": "method" },
			"required": ["method"],
			"oneOf": [
				{ "$ref": "#/$defs/bearer" },
				{ "$ref": "#/$defs/clientCredentials" },
				{ "$ref": "#/$defs/header" }
			]
		},
		"concurrency": {
			"description": "How many requests may be in flight.",
			"type": "integer",
			"minimum": 1,
			"maximum": 256,
			"default": 8
		},
		"rateLimit": {
			"description": "A limit of the API: a rolling window, in which bursts up to requests are allowed.",
			"type": "object",
			"additionalProperties": false,
			"required": ["requests", "per"],
			"properties": {
				"requests": {
					"description": "Requests allowed in any window.",
					"type": "integer",
					"minimum": 1
				},
				"per": {
					"$ref": "#/$defs/duration",
					"description": "Length of the window."
				}
			}
		},
		"self": {
			"description": "The credential's own user, as e-mail or user:ID: protected, and its writes come last.",
			"type": "string",
			"pattern": "\\S"
		},
		"url": {
			"description": "Base URL: https, or a loopback host.",
			"type": "string",
			"pattern": "\\S"
		},
		"redox": {
			"description": "Redox: organizations and their environments.",
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"url": {
					"$ref": "#/$defs/url",
					"description": "Base URL of the Platform API: https, or a loopback host.",
					"default": "https://api.redoxengine.com/platform"
				},
				"auth": { "$ref": "#/$defs/redoxAuth" },
				"organizations": {
					"description": "Other credentials, by organization id.",
					"type": "object",
					"propertyNames": { "$ref": "#/$defs/id" },
					"additionalProperties": {
						"description": "What is different for one organization.",
						"type": "object",
						"additionalProperties": false,
						"required": ["auth"],
						"properties": { "auth": { "$ref": "#/$defs/redoxAuth" } }
					}
				},
				"self": { "$ref": "#/$defs/self" },
				"concurrency": { "$ref": "#/$defs/concurrency" },
				"rateLimit": {
					"$ref": "#/$defs/rateLimit",
					"description": "The limit of requests.",
					"default": {
						"requests": 6e3,
						"per": "5m"
					}
				},
				"timeout": {
					"$ref": "#/$defs/duration",
					"description": "Time for one request, answer included.",
					"default": "30s"
				},
				"options": {
					"description": "What the documentation of the API leaves open.",
					"type": "object",
					"additionalProperties": false,
					"properties": {
						"environmentFirstAssignment": {
							"description": "The method that gives a user the first role in an environment.",
							"enum": ["post", "put"],
							"default": "post"
						},
						"environmentPath": {
							"description": "The path segment of environments.",
							"enum": ["environments", "environment"],
							"default": "environments"
						},
						"userIdType": {
							"description": "How user ids stand in request bodies.",
							"enum": ["string", "number"],
							"default": "string"
						},
						"tokenScope": {
							"description": "A scope claim for the token request; empty: none.",
							"type": "string",
							"default": ""
						},
						"roles": {
							"description": "Ids of roles that nobody holds yet: role name -> id.",
							"type": "object",
							"additionalProperties": false,
							"properties": {
								"organization": {
									"$ref": "#/$defs/roleIds",
									"description": "Roles of organizations."
								},
								"environment": {
									"$ref": "#/$defs/roleIds",
									"description": "Roles of environments."
								}
							}
						}
					}
				}
			}
		},
		"aion": {
			"description": "Aion: accounts and their projects.",
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"url": {
					"$ref": "#/$defs/url",
					"description": "Base URL of the roles service: https, or a loopback host.",
					"default": "https://api.aion.xyz"
				},
				"usersUrl": {
					"$ref": "#/$defs/url",
					"description": "Base URL of the users service; the same as url if left out."
				},
				"auth": { "$ref": "#/$defs/aionAuth" },
				"accounts": {
					"description": "Other credentials, by account id.",
					"type": "object",
					"propertyNames": { "$ref": "#/$defs/id" },
					"additionalProperties": {
						"description": "What is different for one account.",
						"type": "object",
						"additionalProperties": false,
						"required": ["auth"],
						"properties": { "auth": { "$ref": "#/$defs/aionAuth" } }
					}
				},
				"self": { "$ref": "#/$defs/self" },
				"concurrency": { "$ref": "#/$defs/concurrency" },
				"rateLimit": {
					"$ref": "#/$defs/rateLimit",
					"description": "The limit of requests; none if left out."
				},
				"timeout": {
					"$ref": "#/$defs/duration",
					"description": "Time for one request, answer included.",
					"default": "30s"
				},
				"options": {
					"description": "What the documentation of the API leaves open.",
					"type": "object",
					"additionalProperties": false,
					"properties": {
						"roleChange": {
							"description": "How one role becomes another: one PUT, or a grant and then a revoke.",
							"enum": ["put", "grant-then-revoke"],
							"default": "put"
						},
						"revoke": {
							"description": "How a role is taken away: by deleting the assignment or by making it inactive.",
							"enum": ["delete", "deactivate"],
							"default": "delete"
						},
						"groups": {
							"description": "Whether a group's roles are read like a user's, or not at all.",
							"enum": ["users-path", "write-only"],
							"default": "users-path"
						},
						"systemRoles": {
							"description": "Roles the system gives by itself: never pruned, not counted as unlisted.",
							"type": "array",
							"items": {
								"description": "A role.",
								"type": "string",
								"pattern": "\\S"
							},
							"default": ["team_member"]
						},
						"userRoles": {
							"description": "Whether a user's roles may include inherited ones: then no unlisted one is pruned.",
							"enum": ["direct", "may-include-inherited"],
							"default": "direct"
						},
						"readUsers": {
							"description": "Whose roles are read: everyone's, only those of the users the files name, or (auto) everyone's where something is pruned.",
							"enum": [
								"auto",
								"all",
								"named"
							],
							"default": "auto"
						},
						"pageParameters": {
							"description": "Names of the query parameters that page a list, and the largest page.",
							"type": "object",
							"additionalProperties": false,
							"properties": {
								"page": {
									"description": "The parameter for the page number.",
									"type": "string",
									"pattern": "\\S",
									"default": "page"
								},
								"size": {
									"description": "The parameter for the page size.",
									"type": "string",
									"pattern": "\\S",
									"default": "pageSize"
								},
								"max": {
									"description": "The largest page size.",
									"type": "integer",
									"minimum": 1,
									"default": 100
								}
							}
						}
					}
				}
			}
		},
		"roleIds": {
			"description": "Role name -> id.",
			"type": "object",
			"additionalProperties": { "$ref": "#/$defs/id" }
		},
		"id": {
			"description": "An id, quoted: a string that is neither empty nor \".\" nor \"..\".",
			"type": "string",
			"minLength": 1,
			"not": { "enum": [".", ".."] }
		}
	}
};
const schema139 = {
	"description": "Whether a finding stops the run (error) or is only shown (warning).",
	"enum": ["error", "warning"],
	"default": "error"
};
const pattern4 = /* @__PURE__ */ new RegExp("\\S", "u");
const pattern60 = /* @__PURE__ */ new RegExp("^[^*]*\\S[^*]*$", "u");
const schema107 = {
	"description": "Redox: organizations and their environments.",
	"type": "object",
	"additionalProperties": false,
	"properties": {
		"url": {
			"$ref": "#/$defs/url",
			"description": "Base URL of the Platform API: https, or a loopback host.",
			"default": "https://api.redoxengine.com/platform"
		},
		"auth": { "$ref": "#/$defs/redoxAuth" },
		"organizations": {
			"description": "Other credentials, by organization id.",
			"type": "object",
			"propertyNames": { "$ref": "#/$defs/id" },
			"additionalProperties": {
				"description": "What is different for one organization.",
				"type": "object",
				"additionalProperties": false,
				"required": ["auth"],
				"properties": { "auth": { "$ref": "#/$defs/redoxAuth" } }
			}
		},
		"self": { "$ref": "#/$defs/self" },
		"concurrency": { "$ref": "#/$defs/concurrency" },
		"rateLimit": {
			"$ref": "#/$defs/rateLimit",
			"description": "The limit of requests.",
			"default": {
				"requests": 6e3,
				"per": "5m"
			}
		},
		"timeout": {
			"$ref": "#/$defs/duration",
			"description": "Time for one request, answer included.",
			"default": "30s"
		},
		"options": {
			"description": "What the documentation of the API leaves open.",
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"environmentFirstAssignment": {
					"description": "The method that gives a user the first role in an environment.",
					"enum": ["post", "put"],
					"default": "post"
				},
				"environmentPath": {
					"description": "The path segment of environments.",
					"enum": ["environments", "environment"],
					"default": "environments"
				},
				"userIdType": {
					"description": "How user ids stand in request bodies.",
					"enum": ["string", "number"],
					"default": "string"
				},
				"tokenScope": {
					"description": "A scope claim for the token request; empty: none.",
					"type": "string",
					"default": ""
				},
				"roles": {
					"description": "Ids of roles that nobody holds yet: role name -> id.",
					"type": "object",
					"additionalProperties": false,
					"properties": {
						"organization": {
							"$ref": "#/$defs/roleIds",
							"description": "Roles of organizations."
						},
						"environment": {
							"$ref": "#/$defs/roleIds",
							"description": "Roles of environments."
						}
					}
				}
			}
		}
	}
};
const pattern50 = /* @__PURE__ */ new RegExp("^[1-9][0-9]{0,8}(ms|s|m|h)$", "u");
const pattern30 = /* @__PURE__ */ new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate71.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.method === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "method" },
				message: "must have required property 'method'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.clientId === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "clientId" },
				message: "must have required property 'clientId'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.keyId === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "keyId" },
				message: "must have required property 'keyId'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.privateKey === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "privateKey" },
				message: "must have required property 'privateKey'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "method" || key0 === "tokenUrl" || key0 === "clientId" || key0 === "keyId" || key0 === "privateKey")) {
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
		if (data.method !== void 0) {
			if ("private-key-jwt" !== data.method) {
				const err5 = {
					instancePath: instancePath + "/method",
					schemaPath: "#/properties/method/const",
					keyword: "const",
					params: { allowedValue: "private-key-jwt" },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.tokenUrl !== void 0) {
			let data1 = data.tokenUrl;
			if (typeof data1 === "string") {
				if (!pattern4.test(data1)) {
					const err6 = {
						instancePath: instancePath + "/tokenUrl",
						schemaPath: "#/properties/tokenUrl/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/tokenUrl",
					schemaPath: "#/properties/tokenUrl/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.clientId !== void 0) {
			let data2 = data.clientId;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				if (data2.env === void 0) {
					const err8 = {
						instancePath: instancePath + "/clientId",
						schemaPath: "#/$defs/secret/required",
						keyword: "required",
						params: { missingProperty: "env" },
						message: "must have required property 'env'"
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
				for (const key1 in data2) if (!(key1 === "env")) {
					const err9 = {
						instancePath: instancePath + "/clientId",
						schemaPath: "#/$defs/secret/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				if (data2.env !== void 0) {
					let data3 = data2.env;
					if (typeof data3 === "string") {
						if (!pattern30.test(data3)) {
							const err10 = {
								instancePath: instancePath + "/clientId/env",
								schemaPath: "#/$defs/secret/properties/env/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
								message: "must match pattern \"^[A-Za-z_][A-Za-z0-9_]*$\""
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
					} else {
						const err11 = {
							instancePath: instancePath + "/clientId/env",
							schemaPath: "#/$defs/secret/properties/env/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err11];
						else vErrors.push(err11);
						errors++;
					}
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/clientId",
					schemaPath: "#/$defs/secret/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.keyId !== void 0) {
			let data4 = data.keyId;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
				if (data4.env === void 0) {
					const err13 = {
						instancePath: instancePath + "/keyId",
						schemaPath: "#/$defs/secret/required",
						keyword: "required",
						params: { missingProperty: "env" },
						message: "must have required property 'env'"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				for (const key2 in data4) if (!(key2 === "env")) {
					const err14 = {
						instancePath: instancePath + "/keyId",
						schemaPath: "#/$defs/secret/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				if (data4.env !== void 0) {
					let data5 = data4.env;
					if (typeof data5 === "string") {
						if (!pattern30.test(data5)) {
							const err15 = {
								instancePath: instancePath + "/keyId/env",
								schemaPath: "#/$defs/secret/properties/env/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
								message: "must match pattern \"^[A-Za-z_][A-Za-z0-9_]*$\""
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
					} else {
						const err16 = {
							instancePath: instancePath + "/keyId/env",
							schemaPath: "#/$defs/secret/properties/env/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/keyId",
					schemaPath: "#/$defs/secret/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.privateKey !== void 0) {
			let data6 = data.privateKey;
			if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
				if (data6.env === void 0) {
					const err18 = {
						instancePath: instancePath + "/privateKey",
						schemaPath: "#/$defs/secret/required",
						keyword: "required",
						params: { missingProperty: "env" },
						message: "must have required property 'env'"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				for (const key3 in data6) if (!(key3 === "env")) {
					const err19 = {
						instancePath: instancePath + "/privateKey",
						schemaPath: "#/$defs/secret/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key3 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (data6.env !== void 0) {
					let data7 = data6.env;
					if (typeof data7 === "string") {
						if (!pattern30.test(data7)) {
							const err20 = {
								instancePath: instancePath + "/privateKey/env",
								schemaPath: "#/$defs/secret/properties/env/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
								message: "must match pattern \"^[A-Za-z_][A-Za-z0-9_]*$\""
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
					} else {
						const err21 = {
							instancePath: instancePath + "/privateKey/env",
							schemaPath: "#/$defs/secret/properties/env/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
			} else {
				const err22 = {
					instancePath: instancePath + "/privateKey",
					schemaPath: "#/$defs/secret/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
	} else {
		const err23 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err23];
		else vErrors.push(err23);
		errors++;
	}
	validate71.errors = vErrors;
	return errors === 0;
}
validate71.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate72.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.method === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "method" },
				message: "must have required property 'method'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.token === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "token" },
				message: "must have required property 'token'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "method" || key0 === "token")) {
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
		if (data.method !== void 0) {
			if ("bearer" !== data.method) {
				const err3 = {
					instancePath: instancePath + "/method",
					schemaPath: "#/properties/method/const",
					keyword: "const",
					params: { allowedValue: "bearer" },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.token !== void 0) {
			let data1 = data.token;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				if (data1.env === void 0) {
					const err4 = {
						instancePath: instancePath + "/token",
						schemaPath: "#/$defs/secret/required",
						keyword: "required",
						params: { missingProperty: "env" },
						message: "must have required property 'env'"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				for (const key1 in data1) if (!(key1 === "env")) {
					const err5 = {
						instancePath: instancePath + "/token",
						schemaPath: "#/$defs/secret/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				if (data1.env !== void 0) {
					let data2 = data1.env;
					if (typeof data2 === "string") {
						if (!pattern30.test(data2)) {
							const err6 = {
								instancePath: instancePath + "/token/env",
								schemaPath: "#/$defs/secret/properties/env/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
								message: "must match pattern \"^[A-Za-z_][A-Za-z0-9_]*$\""
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
					} else {
						const err7 = {
							instancePath: instancePath + "/token/env",
							schemaPath: "#/$defs/secret/properties/env/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err7];
						else vErrors.push(err7);
						errors++;
					}
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/token",
					schemaPath: "#/$defs/secret/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
	} else {
		const err9 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err9];
		else vErrors.push(err9);
		errors++;
	}
	validate72.errors = vErrors;
	return errors === 0;
}
validate72.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate73.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.method === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "method" },
				message: "must have required property 'method'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.tokenUrl === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "tokenUrl" },
				message: "must have required property 'tokenUrl'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.clientId === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "clientId" },
				message: "must have required property 'clientId'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.clientSecret === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "clientSecret" },
				message: "must have required property 'clientSecret'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "method" || key0 === "tokenUrl" || key0 === "audience" || key0 === "clientId" || key0 === "clientSecret")) {
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
		if (data.method !== void 0) {
			if ("client-credentials" !== data.method) {
				const err5 = {
					instancePath: instancePath + "/method",
					schemaPath: "#/properties/method/const",
					keyword: "const",
					params: { allowedValue: "client-credentials" },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.tokenUrl !== void 0) {
			let data1 = data.tokenUrl;
			if (typeof data1 === "string") {
				if (!pattern4.test(data1)) {
					const err6 = {
						instancePath: instancePath + "/tokenUrl",
						schemaPath: "#/properties/tokenUrl/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/tokenUrl",
					schemaPath: "#/properties/tokenUrl/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.audience !== void 0) {
			let data2 = data.audience;
			if (typeof data2 === "string") {
				if (!pattern4.test(data2)) {
					const err8 = {
						instancePath: instancePath + "/audience",
						schemaPath: "#/properties/audience/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/audience",
					schemaPath: "#/properties/audience/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.clientId !== void 0) {
			let data3 = data.clientId;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				if (data3.env === void 0) {
					const err10 = {
						instancePath: instancePath + "/clientId",
						schemaPath: "#/$defs/secret/required",
						keyword: "required",
						params: { missingProperty: "env" },
						message: "must have required property 'env'"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				for (const key1 in data3) if (!(key1 === "env")) {
					const err11 = {
						instancePath: instancePath + "/clientId",
						schemaPath: "#/$defs/secret/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
				if (data3.env !== void 0) {
					let data4 = data3.env;
					if (typeof data4 === "string") {
						if (!pattern30.test(data4)) {
							const err12 = {
								instancePath: instancePath + "/clientId/env",
								schemaPath: "#/$defs/secret/properties/env/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
								message: "must match pattern \"^[A-Za-z_][A-Za-z0-9_]*$\""
							};
							if (vErrors === null) vErrors = [err12];
							else vErrors.push(err12);
							errors++;
						}
					} else {
						const err13 = {
							instancePath: instancePath + "/clientId/env",
							schemaPath: "#/$defs/secret/properties/env/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/clientId",
					schemaPath: "#/$defs/secret/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.clientSecret !== void 0) {
			let data5 = data.clientSecret;
			if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
				if (data5.env === void 0) {
					const err15 = {
						instancePath: instancePath + "/clientSecret",
						schemaPath: "#/$defs/secret/required",
						keyword: "required",
						params: { missingProperty: "env" },
						message: "must have required property 'env'"
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				for (const key2 in data5) if (!(key2 === "env")) {
					const err16 = {
						instancePath: instancePath + "/clientSecret",
						schemaPath: "#/$defs/secret/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
				if (data5.env !== void 0) {
					let data6 = data5.env;
					if (typeof data6 === "string") {
						if (!pattern30.test(data6)) {
							const err17 = {
								instancePath: instancePath + "/clientSecret/env",
								schemaPath: "#/$defs/secret/properties/env/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
								message: "must match pattern \"^[A-Za-z_][A-Za-z0-9_]*$\""
							};
							if (vErrors === null) vErrors = [err17];
							else vErrors.push(err17);
							errors++;
						}
					} else {
						const err18 = {
							instancePath: instancePath + "/clientSecret/env",
							schemaPath: "#/$defs/secret/properties/env/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/clientSecret",
					schemaPath: "#/$defs/secret/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
	} else {
		const err20 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err20];
		else vErrors.push(err20);
		errors++;
	}
	validate73.errors = vErrors;
	return errors === 0;
}
validate73.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const pattern47 = /* @__PURE__ */ new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "u");
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate74.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.method === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "method" },
				message: "must have required property 'method'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.name === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "name" },
				message: "must have required property 'name'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.token === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "token" },
				message: "must have required property 'token'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "method" || key0 === "name" || key0 === "token")) {
			const err3 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.method !== void 0) {
			if ("header" !== data.method) {
				const err4 = {
					instancePath: instancePath + "/method",
					schemaPath: "#/properties/method/const",
					keyword: "const",
					params: { allowedValue: "header" },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.name !== void 0) {
			let data1 = data.name;
			if (typeof data1 === "string") {
				if (!pattern47.test(data1)) {
					const err5 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/pattern",
						keyword: "pattern",
						params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" },
						message: "must match pattern \"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$\""
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/name",
					schemaPath: "#/properties/name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.token !== void 0) {
			let data2 = data.token;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				if (data2.env === void 0) {
					const err7 = {
						instancePath: instancePath + "/token",
						schemaPath: "#/$defs/secret/required",
						keyword: "required",
						params: { missingProperty: "env" },
						message: "must have required property 'env'"
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				for (const key1 in data2) if (!(key1 === "env")) {
					const err8 = {
						instancePath: instancePath + "/token",
						schemaPath: "#/$defs/secret/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
				if (data2.env !== void 0) {
					let data3 = data2.env;
					if (typeof data3 === "string") {
						if (!pattern30.test(data3)) {
							const err9 = {
								instancePath: instancePath + "/token/env",
								schemaPath: "#/$defs/secret/properties/env/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
								message: "must match pattern \"^[A-Za-z_][A-Za-z0-9_]*$\""
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
					} else {
						const err10 = {
							instancePath: instancePath + "/token/env",
							schemaPath: "#/$defs/secret/properties/env/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err10];
						else vErrors.push(err10);
						errors++;
					}
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/token",
					schemaPath: "#/$defs/secret/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
	} else {
		const err12 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err12];
		else vErrors.push(err12);
		errors++;
	}
	validate74.errors = vErrors;
	return errors === 0;
}
validate74.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate70.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.method === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "method" },
				message: "must have required property 'method'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		const tag0 = data.method;
		if (typeof tag0 == "string") {
			if (tag0 === "private-key-jwt") {
				if (!validate71(data, {
					instancePath,
					parentData,
					parentDataProperty,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate71.errors : appended(vErrors, validate71.errors);
					errors = vErrors.length;
				}
				var props0 = true;
			} else if (tag0 === "bearer") {
				if (!validate72(data, {
					instancePath,
					parentData,
					parentDataProperty,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate72.errors : appended(vErrors, validate72.errors);
					errors = vErrors.length;
				}
				if (props0 !== true) props0 = true;
			} else if (tag0 === "client-credentials") {
				if (!validate73(data, {
					instancePath,
					parentData,
					parentDataProperty,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate73.errors : appended(vErrors, validate73.errors);
					errors = vErrors.length;
				}
				if (props0 !== true) props0 = true;
			} else if (tag0 === "header") {
				if (!validate74(data, {
					instancePath,
					parentData,
					parentDataProperty,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate74.errors : appended(vErrors, validate74.errors);
					errors = vErrors.length;
				}
				if (props0 !== true) props0 = true;
			} else {
				const err1 = {
					instancePath,
					schemaPath: "#/discriminator",
					keyword: "discriminator",
					params: {
						error: "mapping",
						tag: "method",
						tagValue: tag0
					},
					message: "value of tag \"method\" must be in oneOf"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		} else {
			const err2 = {
				instancePath,
				schemaPath: "#/discriminator",
				keyword: "discriminator",
				params: {
					error: "tag",
					tag: "method",
					tagValue: tag0
				},
				message: "tag \"method\" must be string"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate70.errors = vErrors;
	evaluated0.props = props0;
	return errors === 0;
}
validate70.evaluated = {
	"dynamicProps": true,
	"dynamicItems": false
};
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate81.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.requests === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "requests" },
				message: "must have required property 'requests'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.per === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "per" },
				message: "must have required property 'per'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "requests" || key0 === "per")) {
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
		if (data.requests !== void 0) {
			let data0 = data.requests;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err3 = {
					instancePath: instancePath + "/requests",
					schemaPath: "#/properties/requests/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 < 1 || isNaN(data0)) {
					const err4 = {
						instancePath: instancePath + "/requests",
						schemaPath: "#/properties/requests/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			}
		}
		if (data.per !== void 0) {
			let data1 = data.per;
			if (typeof data1 === "string") {
				if (!pattern50.test(data1)) {
					const err5 = {
						instancePath: instancePath + "/per",
						schemaPath: "#/$defs/duration/pattern",
						keyword: "pattern",
						params: { pattern: "^[1-9][0-9]{0,8}(ms|s|m|h)$" },
						message: "must match pattern \"^[1-9][0-9]{0,8}(ms|s|m|h)$\""
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/per",
					schemaPath: "#/$defs/duration/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
	} else {
		const err7 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	validate81.errors = vErrors;
	return errors === 0;
}
validate81.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const func1 = require_ucs2length().default;
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate83.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		const _errs5 = errors;
		const _errs6 = errors;
		if (!(data0 === "." || data0 === "..")) {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (_errs6 === errors) {
			const err1 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/$defs/id/not",
				keyword: "not",
				params: {},
				message: "must NOT be valid"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		} else {
			errors = _errs5;
			if (vErrors !== null) {
				if (_errs5) vErrors.length = _errs5;
				else vErrors = null;
			}
		}
		if (typeof data0 === "string") {
			if (func1(data0) < 1) {
				const err2 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/$defs/id/minLength",
					keyword: "minLength",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 characters"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		} else {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/$defs/id/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate83.errors = vErrors;
	return errors === 0;
}
validate83.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate69.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "url" || key0 === "auth" || key0 === "organizations" || key0 === "self" || key0 === "concurrency" || key0 === "rateLimit" || key0 === "timeout" || key0 === "options")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.url !== void 0) {
			let data0 = data.url;
			if (typeof data0 === "string") {
				if (!pattern4.test(data0)) {
					const err1 = {
						instancePath: instancePath + "/url",
						schemaPath: "#/$defs/url/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/url",
					schemaPath: "#/$defs/url/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.auth !== void 0) {
			if (!validate70(data.auth, {
				instancePath: instancePath + "/auth",
				parentData: data,
				parentDataProperty: "auth",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate70.errors : appended(vErrors, validate70.errors);
				errors = vErrors.length;
			}
		}
		if (data.organizations !== void 0) {
			let data2 = data.organizations;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				for (const key1 in data2) {
					const _errs8 = errors;
					const _errs11 = errors;
					const _errs12 = errors;
					if (!(key1 === "." || key1 === "..")) {
						const err3 = {};
						if (vErrors === null) vErrors = [err3];
						else vErrors.push(err3);
						errors++;
					}
					if (_errs12 === errors) {
						const err4 = {
							instancePath: instancePath + "/organizations",
							schemaPath: "#/$defs/id/not",
							keyword: "not",
							params: {},
							message: "must NOT be valid",
							propertyName: key1
						};
						if (vErrors === null) vErrors = [err4];
						else vErrors.push(err4);
						errors++;
					} else {
						errors = _errs11;
						if (vErrors !== null) {
							if (_errs11) vErrors.length = _errs11;
							else vErrors = null;
						}
					}
					if (typeof key1 === "string") {
						if (func1(key1) < 1) {
							const err5 = {
								instancePath: instancePath + "/organizations",
								schemaPath: "#/$defs/id/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								propertyName: key1
							};
							if (vErrors === null) vErrors = [err5];
							else vErrors.push(err5);
							errors++;
						}
					} else {
						const err6 = {
							instancePath: instancePath + "/organizations",
							schemaPath: "#/$defs/id/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							propertyName: key1
						};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					}
					if (!(_errs8 === errors)) {
						const err7 = {
							instancePath: instancePath + "/organizations",
							schemaPath: "#/properties/organizations/propertyNames",
							keyword: "propertyNames",
							params: { propertyName: key1 },
							message: "property name must be valid"
						};
						if (vErrors === null) vErrors = [err7];
						else vErrors.push(err7);
						errors++;
					}
				}
				for (const key2 in data2) {
					let data3 = data2[key2];
					if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
						if (data3.auth === void 0) {
							const err8 = {
								instancePath: instancePath + "/organizations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/organizations/additionalProperties/required",
								keyword: "required",
								params: { missingProperty: "auth" },
								message: "must have required property 'auth'"
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
						for (const key3 in data3) if (!(key3 === "auth")) {
							const err9 = {
								instancePath: instancePath + "/organizations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/organizations/additionalProperties/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
						if (data3.auth !== void 0) {
							if (!validate70(data3.auth, {
								instancePath: instancePath + "/organizations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/auth",
								parentData: data3,
								parentDataProperty: "auth",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate70.errors : appended(vErrors, validate70.errors);
								errors = vErrors.length;
							}
						}
					} else {
						const err10 = {
							instancePath: instancePath + "/organizations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/organizations/additionalProperties/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err10];
						else vErrors.push(err10);
						errors++;
					}
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/organizations",
					schemaPath: "#/properties/organizations/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.self !== void 0) {
			let data5 = data.self;
			if (typeof data5 === "string") {
				if (!pattern4.test(data5)) {
					const err12 = {
						instancePath: instancePath + "/self",
						schemaPath: "#/$defs/self/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
			} else {
				const err13 = {
					instancePath: instancePath + "/self",
					schemaPath: "#/$defs/self/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.concurrency !== void 0) {
			let data6 = data.concurrency;
			if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
				const err14 = {
					instancePath: instancePath + "/concurrency",
					schemaPath: "#/$defs/concurrency/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
			if (typeof data6 == "number" && isFinite(data6)) {
				if (data6 > 256 || isNaN(data6)) {
					const err15 = {
						instancePath: instancePath + "/concurrency",
						schemaPath: "#/$defs/concurrency/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 256
						},
						message: "must be <= 256"
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				if (data6 < 1 || isNaN(data6)) {
					const err16 = {
						instancePath: instancePath + "/concurrency",
						schemaPath: "#/$defs/concurrency/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
			}
		}
		if (data.rateLimit !== void 0) {
			if (!validate81(data.rateLimit, {
				instancePath: instancePath + "/rateLimit",
				parentData: data,
				parentDataProperty: "rateLimit",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate81.errors : appended(vErrors, validate81.errors);
				errors = vErrors.length;
			}
		}
		if (data.timeout !== void 0) {
			let data8 = data.timeout;
			if (typeof data8 === "string") {
				if (!pattern50.test(data8)) {
					const err17 = {
						instancePath: instancePath + "/timeout",
						schemaPath: "#/$defs/duration/pattern",
						keyword: "pattern",
						params: { pattern: "^[1-9][0-9]{0,8}(ms|s|m|h)$" },
						message: "must match pattern \"^[1-9][0-9]{0,8}(ms|s|m|h)$\""
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
			} else {
				const err18 = {
					instancePath: instancePath + "/timeout",
					schemaPath: "#/$defs/duration/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.options !== void 0) {
			let data9 = data.options;
			if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
				for (const key4 in data9) if (!(key4 === "environmentFirstAssignment" || key4 === "environmentPath" || key4 === "userIdType" || key4 === "tokenScope" || key4 === "roles")) {
					const err19 = {
						instancePath: instancePath + "/options",
						schemaPath: "#/properties/options/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key4 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (data9.environmentFirstAssignment !== void 0) {
					let data10 = data9.environmentFirstAssignment;
					if (!(data10 === "post" || data10 === "put")) {
						const err20 = {
							instancePath: instancePath + "/options/environmentFirstAssignment",
							schemaPath: "#/properties/options/properties/environmentFirstAssignment/enum",
							keyword: "enum",
							params: { allowedValues: schema107.properties.options.properties.environmentFirstAssignment.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
				if (data9.environmentPath !== void 0) {
					let data11 = data9.environmentPath;
					if (!(data11 === "environments" || data11 === "environment")) {
						const err21 = {
							instancePath: instancePath + "/options/environmentPath",
							schemaPath: "#/properties/options/properties/environmentPath/enum",
							keyword: "enum",
							params: { allowedValues: schema107.properties.options.properties.environmentPath.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
				if (data9.userIdType !== void 0) {
					let data12 = data9.userIdType;
					if (!(data12 === "string" || data12 === "number")) {
						const err22 = {
							instancePath: instancePath + "/options/userIdType",
							schemaPath: "#/properties/options/properties/userIdType/enum",
							keyword: "enum",
							params: { allowedValues: schema107.properties.options.properties.userIdType.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
				}
				if (data9.tokenScope !== void 0) {
					if (typeof data9.tokenScope !== "string") {
						const err23 = {
							instancePath: instancePath + "/options/tokenScope",
							schemaPath: "#/properties/options/properties/tokenScope/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err23];
						else vErrors.push(err23);
						errors++;
					}
				}
				if (data9.roles !== void 0) {
					let data14 = data9.roles;
					if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
						for (const key5 in data14) if (!(key5 === "organization" || key5 === "environment")) {
							const err24 = {
								instancePath: instancePath + "/options/roles",
								schemaPath: "#/properties/options/properties/roles/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key5 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
						if (data14.organization !== void 0) {
							if (!validate83(data14.organization, {
								instancePath: instancePath + "/options/roles/organization",
								parentData: data14,
								parentDataProperty: "organization",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate83.errors : appended(vErrors, validate83.errors);
								errors = vErrors.length;
							}
						}
						if (data14.environment !== void 0) {
							if (!validate83(data14.environment, {
								instancePath: instancePath + "/options/roles/environment",
								parentData: data14,
								parentDataProperty: "environment",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate83.errors : appended(vErrors, validate83.errors);
								errors = vErrors.length;
							}
						}
					} else {
						const err25 = {
							instancePath: instancePath + "/options/roles",
							schemaPath: "#/properties/options/properties/roles/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err25];
						else vErrors.push(err25);
						errors++;
					}
				}
			} else {
				const err26 = {
					instancePath: instancePath + "/options",
					schemaPath: "#/properties/options/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err26];
				else vErrors.push(err26);
				errors++;
			}
		}
	} else {
		const err27 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err27];
		else vErrors.push(err27);
		errors++;
	}
	validate69.errors = vErrors;
	return errors === 0;
}
validate69.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const schema129 = {
	"description": "Aion: accounts and their projects.",
	"type": "object",
	"additionalProperties": false,
	"properties": {
		"url": {
			"$ref": "#/$defs/url",
			"description": "Base URL of the roles service: https, or a loopback host.",
			"default": "https://api.aion.xyz"
		},
		"usersUrl": {
			"$ref": "#/$defs/url",
			"description": "Base URL of the users service; the same as url if left out."
		},
		"auth": { "$ref": "#/$defs/aionAuth" },
		"accounts": {
			"description": "Other credentials, by account id.",
			"type": "object",
			"propertyNames": { "$ref": "#/$defs/id" },
			"additionalProperties": {
				"description": "What is different for one account.",
				"type": "object",
				"additionalProperties": false,
				"required": ["auth"],
				"properties": { "auth": { "$ref": "#/$defs/aionAuth" } }
			}
		},
		"self": { "$ref": "#/$defs/self" },
		"concurrency": { "$ref": "#/$defs/concurrency" },
		"rateLimit": {
			"$ref": "#/$defs/rateLimit",
			"description": "The limit of requests; none if left out."
		},
		"timeout": {
			"$ref": "#/$defs/duration",
			"description": "Time for one request, answer included.",
			"default": "30s"
		},
		"options": {
			"description": "What the documentation of the API leaves open.",
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"roleChange": {
					"description": "How one role becomes another: one PUT, or a grant and then a revoke.",
					"enum": ["put", "grant-then-revoke"],
					"default": "put"
				},
				"revoke": {
					"description": "How a role is taken away: by deleting the assignment or by making it inactive.",
					"enum": ["delete", "deactivate"],
					"default": "delete"
				},
				"groups": {
					"description": "Whether a group's roles are read like a user's, or not at all.",
					"enum": ["users-path", "write-only"],
					"default": "users-path"
				},
				"systemRoles": {
					"description": "Roles the system gives by itself: never pruned, not counted as unlisted.",
					"type": "array",
					"items": {
						"description": "A role.",
						"type": "string",
						"pattern": "\\S"
					},
					"default": ["team_member"]
				},
				"userRoles": {
					"description": "Whether a user's roles may include inherited ones: then no unlisted one is pruned.",
					"enum": ["direct", "may-include-inherited"],
					"default": "direct"
				},
				"readUsers": {
					"description": "Whose roles are read: everyone's, only those of the users the files name, or (auto) everyone's where something is pruned.",
					"enum": [
						"auto",
						"all",
						"named"
					],
					"default": "auto"
				},
				"pageParameters": {
					"description": "Names of the query parameters that page a list, and the largest page.",
					"type": "object",
					"additionalProperties": false,
					"properties": {
						"page": {
							"description": "The parameter for the page number.",
							"type": "string",
							"pattern": "\\S",
							"default": "page"
						},
						"size": {
							"description": "The parameter for the page size.",
							"type": "string",
							"pattern": "\\S",
							"default": "pageSize"
						},
						"max": {
							"description": "The largest page size.",
							"type": "integer",
							"minimum": 1,
							"default": 100
						}
					}
				}
			}
		}
	}
};
const func6 = Object.prototype.hasOwnProperty;
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate88.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.method === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "method" },
				message: "must have required property 'method'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		const tag0 = data.method;
		if (typeof tag0 == "string") {
			if (tag0 === "bearer") {
				if (!validate72(data, {
					instancePath,
					parentData,
					parentDataProperty,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate72.errors : appended(vErrors, validate72.errors);
					errors = vErrors.length;
				}
				var props0 = true;
			} else if (tag0 === "client-credentials") {
				if (!validate73(data, {
					instancePath,
					parentData,
					parentDataProperty,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate73.errors : appended(vErrors, validate73.errors);
					errors = vErrors.length;
				}
				if (props0 !== true) props0 = true;
			} else if (tag0 === "header") {
				if (!validate74(data, {
					instancePath,
					parentData,
					parentDataProperty,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate74.errors : appended(vErrors, validate74.errors);
					errors = vErrors.length;
				}
				if (props0 !== true) props0 = true;
			} else {
				const err1 = {
					instancePath,
					schemaPath: "#/discriminator",
					keyword: "discriminator",
					params: {
						error: "mapping",
						tag: "method",
						tagValue: tag0
					},
					message: "value of tag \"method\" must be in oneOf"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		} else {
			const err2 = {
				instancePath,
				schemaPath: "#/discriminator",
				keyword: "discriminator",
				params: {
					error: "tag",
					tag: "method",
					tagValue: tag0
				},
				message: "tag \"method\" must be string"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate88.errors = vErrors;
	evaluated0.props = props0;
	return errors === 0;
}
validate88.evaluated = {
	"dynamicProps": true,
	"dynamicItems": false
};
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate87.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func6.call(schema129.properties, key0)) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.url !== void 0) {
			let data0 = data.url;
			if (typeof data0 === "string") {
				if (!pattern4.test(data0)) {
					const err1 = {
						instancePath: instancePath + "/url",
						schemaPath: "#/$defs/url/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/url",
					schemaPath: "#/$defs/url/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.usersUrl !== void 0) {
			let data1 = data.usersUrl;
			if (typeof data1 === "string") {
				if (!pattern4.test(data1)) {
					const err3 = {
						instancePath: instancePath + "/usersUrl",
						schemaPath: "#/$defs/url/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/usersUrl",
					schemaPath: "#/$defs/url/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.auth !== void 0) {
			if (!validate88(data.auth, {
				instancePath: instancePath + "/auth",
				parentData: data,
				parentDataProperty: "auth",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate88.errors : appended(vErrors, validate88.errors);
				errors = vErrors.length;
			}
		}
		if (data.accounts !== void 0) {
			let data3 = data.accounts;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				for (const key1 in data3) {
					const _errs11 = errors;
					const _errs14 = errors;
					const _errs15 = errors;
					if (!(key1 === "." || key1 === "..")) {
						const err5 = {};
						if (vErrors === null) vErrors = [err5];
						else vErrors.push(err5);
						errors++;
					}
					if (_errs15 === errors) {
						const err6 = {
							instancePath: instancePath + "/accounts",
							schemaPath: "#/$defs/id/not",
							keyword: "not",
							params: {},
							message: "must NOT be valid",
							propertyName: key1
						};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					} else {
						errors = _errs14;
						if (vErrors !== null) {
							if (_errs14) vErrors.length = _errs14;
							else vErrors = null;
						}
					}
					if (typeof key1 === "string") {
						if (func1(key1) < 1) {
							const err7 = {
								instancePath: instancePath + "/accounts",
								schemaPath: "#/$defs/id/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								propertyName: key1
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
					} else {
						const err8 = {
							instancePath: instancePath + "/accounts",
							schemaPath: "#/$defs/id/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							propertyName: key1
						};
						if (vErrors === null) vErrors = [err8];
						else vErrors.push(err8);
						errors++;
					}
					if (!(_errs11 === errors)) {
						const err9 = {
							instancePath: instancePath + "/accounts",
							schemaPath: "#/properties/accounts/propertyNames",
							keyword: "propertyNames",
							params: { propertyName: key1 },
							message: "property name must be valid"
						};
						if (vErrors === null) vErrors = [err9];
						else vErrors.push(err9);
						errors++;
					}
				}
				for (const key2 in data3) {
					let data4 = data3[key2];
					if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
						if (data4.auth === void 0) {
							const err10 = {
								instancePath: instancePath + "/accounts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/accounts/additionalProperties/required",
								keyword: "required",
								params: { missingProperty: "auth" },
								message: "must have required property 'auth'"
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
						for (const key3 in data4) if (!(key3 === "auth")) {
							const err11 = {
								instancePath: instancePath + "/accounts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/accounts/additionalProperties/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err11];
							else vErrors.push(err11);
							errors++;
						}
						if (data4.auth !== void 0) {
							if (!validate88(data4.auth, {
								instancePath: instancePath + "/accounts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/auth",
								parentData: data4,
								parentDataProperty: "auth",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate88.errors : appended(vErrors, validate88.errors);
								errors = vErrors.length;
							}
						}
					} else {
						const err12 = {
							instancePath: instancePath + "/accounts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/accounts/additionalProperties/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
				}
			} else {
				const err13 = {
					instancePath: instancePath + "/accounts",
					schemaPath: "#/properties/accounts/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.self !== void 0) {
			let data6 = data.self;
			if (typeof data6 === "string") {
				if (!pattern4.test(data6)) {
					const err14 = {
						instancePath: instancePath + "/self",
						schemaPath: "#/$defs/self/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
			} else {
				const err15 = {
					instancePath: instancePath + "/self",
					schemaPath: "#/$defs/self/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.concurrency !== void 0) {
			let data7 = data.concurrency;
			if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
				const err16 = {
					instancePath: instancePath + "/concurrency",
					schemaPath: "#/$defs/concurrency/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
			if (typeof data7 == "number" && isFinite(data7)) {
				if (data7 > 256 || isNaN(data7)) {
					const err17 = {
						instancePath: instancePath + "/concurrency",
						schemaPath: "#/$defs/concurrency/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 256
						},
						message: "must be <= 256"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				if (data7 < 1 || isNaN(data7)) {
					const err18 = {
						instancePath: instancePath + "/concurrency",
						schemaPath: "#/$defs/concurrency/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
			}
		}
		if (data.rateLimit !== void 0) {
			if (!validate81(data.rateLimit, {
				instancePath: instancePath + "/rateLimit",
				parentData: data,
				parentDataProperty: "rateLimit",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate81.errors : appended(vErrors, validate81.errors);
				errors = vErrors.length;
			}
		}
		if (data.timeout !== void 0) {
			let data9 = data.timeout;
			if (typeof data9 === "string") {
				if (!pattern50.test(data9)) {
					const err19 = {
						instancePath: instancePath + "/timeout",
						schemaPath: "#/$defs/duration/pattern",
						keyword: "pattern",
						params: { pattern: "^[1-9][0-9]{0,8}(ms|s|m|h)$" },
						message: "must match pattern \"^[1-9][0-9]{0,8}(ms|s|m|h)$\""
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
			} else {
				const err20 = {
					instancePath: instancePath + "/timeout",
					schemaPath: "#/$defs/duration/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.options !== void 0) {
			let data10 = data.options;
			if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
				for (const key4 in data10) if (!(key4 === "roleChange" || key4 === "revoke" || key4 === "groups" || key4 === "systemRoles" || key4 === "userRoles" || key4 === "readUsers" || key4 === "pageParameters")) {
					const err21 = {
						instancePath: instancePath + "/options",
						schemaPath: "#/properties/options/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key4 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
				if (data10.roleChange !== void 0) {
					let data11 = data10.roleChange;
					if (!(data11 === "put" || data11 === "grant-then-revoke")) {
						const err22 = {
							instancePath: instancePath + "/options/roleChange",
							schemaPath: "#/properties/options/properties/roleChange/enum",
							keyword: "enum",
							params: { allowedValues: schema129.properties.options.properties.roleChange.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
				}
				if (data10.revoke !== void 0) {
					let data12 = data10.revoke;
					if (!(data12 === "delete" || data12 === "deactivate")) {
						const err23 = {
							instancePath: instancePath + "/options/revoke",
							schemaPath: "#/properties/options/properties/revoke/enum",
							keyword: "enum",
							params: { allowedValues: schema129.properties.options.properties.revoke.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err23];
						else vErrors.push(err23);
						errors++;
					}
				}
				if (data10.groups !== void 0) {
					let data13 = data10.groups;
					if (!(data13 === "users-path" || data13 === "write-only")) {
						const err24 = {
							instancePath: instancePath + "/options/groups",
							schemaPath: "#/properties/options/properties/groups/enum",
							keyword: "enum",
							params: { allowedValues: schema129.properties.options.properties.groups.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err24];
						else vErrors.push(err24);
						errors++;
					}
				}
				if (data10.systemRoles !== void 0) {
					let data14 = data10.systemRoles;
					if (Array.isArray(data14)) {
						const len0 = data14.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data15 = data14[i0];
							if (typeof data15 === "string") {
								if (!pattern4.test(data15)) {
									const err25 = {
										instancePath: instancePath + "/options/systemRoles/" + i0,
										schemaPath: "#/properties/options/properties/systemRoles/items/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\""
									};
									if (vErrors === null) vErrors = [err25];
									else vErrors.push(err25);
									errors++;
								}
							} else {
								const err26 = {
									instancePath: instancePath + "/options/systemRoles/" + i0,
									schemaPath: "#/properties/options/properties/systemRoles/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err26];
								else vErrors.push(err26);
								errors++;
							}
						}
					} else {
						const err27 = {
							instancePath: instancePath + "/options/systemRoles",
							schemaPath: "#/properties/options/properties/systemRoles/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
				}
				if (data10.userRoles !== void 0) {
					let data16 = data10.userRoles;
					if (!(data16 === "direct" || data16 === "may-include-inherited")) {
						const err28 = {
							instancePath: instancePath + "/options/userRoles",
							schemaPath: "#/properties/options/properties/userRoles/enum",
							keyword: "enum",
							params: { allowedValues: schema129.properties.options.properties.userRoles.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err28];
						else vErrors.push(err28);
						errors++;
					}
				}
				if (data10.readUsers !== void 0) {
					let data17 = data10.readUsers;
					if (!(data17 === "auto" || data17 === "all" || data17 === "named")) {
						const err29 = {
							instancePath: instancePath + "/options/readUsers",
							schemaPath: "#/properties/options/properties/readUsers/enum",
							keyword: "enum",
							params: { allowedValues: schema129.properties.options.properties.readUsers.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err29];
						else vErrors.push(err29);
						errors++;
					}
				}
				if (data10.pageParameters !== void 0) {
					let data18 = data10.pageParameters;
					if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
						for (const key5 in data18) if (!(key5 === "page" || key5 === "size" || key5 === "max")) {
							const err30 = {
								instancePath: instancePath + "/options/pageParameters",
								schemaPath: "#/properties/options/properties/pageParameters/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key5 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err30];
							else vErrors.push(err30);
							errors++;
						}
						if (data18.page !== void 0) {
							let data19 = data18.page;
							if (typeof data19 === "string") {
								if (!pattern4.test(data19)) {
									const err31 = {
										instancePath: instancePath + "/options/pageParameters/page",
										schemaPath: "#/properties/options/properties/pageParameters/properties/page/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\""
									};
									if (vErrors === null) vErrors = [err31];
									else vErrors.push(err31);
									errors++;
								}
							} else {
								const err32 = {
									instancePath: instancePath + "/options/pageParameters/page",
									schemaPath: "#/properties/options/properties/pageParameters/properties/page/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err32];
								else vErrors.push(err32);
								errors++;
							}
						}
						if (data18.size !== void 0) {
							let data20 = data18.size;
							if (typeof data20 === "string") {
								if (!pattern4.test(data20)) {
									const err33 = {
										instancePath: instancePath + "/options/pageParameters/size",
										schemaPath: "#/properties/options/properties/pageParameters/properties/size/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\""
									};
									if (vErrors === null) vErrors = [err33];
									else vErrors.push(err33);
									errors++;
								}
							} else {
								const err34 = {
									instancePath: instancePath + "/options/pageParameters/size",
									schemaPath: "#/properties/options/properties/pageParameters/properties/size/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err34];
								else vErrors.push(err34);
								errors++;
							}
						}
						if (data18.max !== void 0) {
							let data21 = data18.max;
							if (!(typeof data21 == "number" && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
								const err35 = {
									instancePath: instancePath + "/options/pageParameters/max",
									schemaPath: "#/properties/options/properties/pageParameters/properties/max/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err35];
								else vErrors.push(err35);
								errors++;
							}
							if (typeof data21 == "number" && isFinite(data21)) {
								if (data21 < 1 || isNaN(data21)) {
									const err36 = {
										instancePath: instancePath + "/options/pageParameters/max",
										schemaPath: "#/properties/options/properties/pageParameters/properties/max/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1"
									};
									if (vErrors === null) vErrors = [err36];
									else vErrors.push(err36);
									errors++;
								}
							}
						}
					} else {
						const err37 = {
							instancePath: instancePath + "/options/pageParameters",
							schemaPath: "#/properties/options/properties/pageParameters/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err37];
						else vErrors.push(err37);
						errors++;
					}
				}
			} else {
				const err38 = {
					instancePath: instancePath + "/options",
					schemaPath: "#/properties/options/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err38];
				else vErrors.push(err38);
				errors++;
			}
		}
	} else {
		const err39 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err39];
		else vErrors.push(err39);
		errors++;
	}
	validate87.errors = vErrors;
	return errors === 0;
}
validate87.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate68.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "version" || key0 === "access" || key0 === "people" || key0 === "prune" || key0 === "providers" || key0 === "guards" || key0 === "policies" || key0 === "risk")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.version !== void 0) {
			if (1 !== data.version) {
				const err1 = {
					instancePath: instancePath + "/version",
					schemaPath: "#/properties/version/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.access !== void 0) {
			let data1 = data.access;
			if (Array.isArray(data1)) {
				if (data1.length > 200) {
					const err2 = {
						instancePath: instancePath + "/access",
						schemaPath: "#/properties/access/maxItems",
						keyword: "maxItems",
						params: { limit: 200 },
						message: "must NOT have more than 200 items"
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				if (data1.length < 1) {
					const err3 = {
						instancePath: instancePath + "/access",
						schemaPath: "#/properties/access/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data2 = data1[i0];
					if (typeof data2 === "string") {
						if (!pattern4.test(data2)) {
							const err4 = {
								instancePath: instancePath + "/access/" + i0,
								schemaPath: "#/properties/access/items/pattern",
								keyword: "pattern",
								params: { pattern: "\\S" },
								message: "must match pattern \"\\S\""
							};
							if (vErrors === null) vErrors = [err4];
							else vErrors.push(err4);
							errors++;
						}
					} else {
						const err5 = {
							instancePath: instancePath + "/access/" + i0,
							schemaPath: "#/properties/access/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err5];
						else vErrors.push(err5);
						errors++;
					}
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/access",
					schemaPath: "#/properties/access/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.people !== void 0) {
			let data3 = data.people;
			if (typeof data3 === "string") {
				if (!pattern4.test(data3)) {
					const err7 = {
						instancePath: instancePath + "/people",
						schemaPath: "#/properties/people/pattern",
						keyword: "pattern",
						params: { pattern: "\\S" },
						message: "must match pattern \"\\S\""
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/people",
					schemaPath: "#/properties/people/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.prune !== void 0) {
			let data4 = data.prune;
			if (!(data4 === false || data4 === true || data4 === "listed")) {
				const err9 = {
					instancePath: instancePath + "/prune",
					schemaPath: "#/properties/prune/enum",
					keyword: "enum",
					params: { allowedValues: schema106.properties.prune.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.providers !== void 0) {
			let data5 = data.providers;
			if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
				for (const key1 in data5) if (!(key1 === "redox" || key1 === "aion")) {
					const err10 = {
						instancePath: instancePath + "/providers",
						schemaPath: "#/properties/providers/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				if (data5.redox !== void 0) {
					if (!validate69(data5.redox, {
						instancePath: instancePath + "/providers/redox",
						parentData: data5,
						parentDataProperty: "redox",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate69.errors : appended(vErrors, validate69.errors);
						errors = vErrors.length;
					}
				}
				if (data5.aion !== void 0) {
					if (!validate87(data5.aion, {
						instancePath: instancePath + "/providers/aion",
						parentData: data5,
						parentDataProperty: "aion",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate87.errors : appended(vErrors, validate87.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/providers",
					schemaPath: "#/properties/providers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.guards !== void 0) {
			let data8 = data.guards;
			if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
				for (const key2 in data8) if (!(key2 === "maxRevokes" || key2 === "minHolders" || key2 === "protect")) {
					const err12 = {
						instancePath: instancePath + "/guards",
						schemaPath: "#/properties/guards/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				if (data8.maxRevokes !== void 0) {
					let data9 = data8.maxRevokes;
					if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
						for (const key3 in data9) if (!(key3 === "count" || key3 === "percent")) {
							const err13 = {
								instancePath: instancePath + "/guards/maxRevokes",
								schemaPath: "#/properties/guards/properties/maxRevokes/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err13];
							else vErrors.push(err13);
							errors++;
						}
						if (data9.count !== void 0) {
							let data10 = data9.count;
							if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
								const err14 = {
									instancePath: instancePath + "/guards/maxRevokes/count",
									schemaPath: "#/properties/guards/properties/maxRevokes/properties/count/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err14];
								else vErrors.push(err14);
								errors++;
							}
							if (typeof data10 == "number" && isFinite(data10)) {
								if (data10 < 0 || isNaN(data10)) {
									const err15 = {
										instancePath: instancePath + "/guards/maxRevokes/count",
										schemaPath: "#/properties/guards/properties/maxRevokes/properties/count/minimum",
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
						if (data9.percent !== void 0) {
							let data11 = data9.percent;
							if (typeof data11 == "number" && isFinite(data11)) {
								if (data11 > 100 || isNaN(data11)) {
									const err16 = {
										instancePath: instancePath + "/guards/maxRevokes/percent",
										schemaPath: "#/properties/guards/properties/maxRevokes/properties/percent/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 100
										},
										message: "must be <= 100"
									};
									if (vErrors === null) vErrors = [err16];
									else vErrors.push(err16);
									errors++;
								}
								if (data11 < 0 || isNaN(data11)) {
									const err17 = {
										instancePath: instancePath + "/guards/maxRevokes/percent",
										schemaPath: "#/properties/guards/properties/maxRevokes/properties/percent/minimum",
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
							} else {
								const err18 = {
									instancePath: instancePath + "/guards/maxRevokes/percent",
									schemaPath: "#/properties/guards/properties/maxRevokes/properties/percent/type",
									keyword: "type",
									params: { type: "number" },
									message: "must be number"
								};
								if (vErrors === null) vErrors = [err18];
								else vErrors.push(err18);
								errors++;
							}
						}
					} else {
						const err19 = {
							instancePath: instancePath + "/guards/maxRevokes",
							schemaPath: "#/properties/guards/properties/maxRevokes/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err19];
						else vErrors.push(err19);
						errors++;
					}
				}
				if (data8.minHolders !== void 0) {
					let data12 = data8.minHolders;
					if (Array.isArray(data12)) {
						const len1 = data12.length;
						for (let i1 = 0; i1 < len1; i1++) {
							let data13 = data12[i1];
							if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
								if (data13.scope === void 0) {
									const err20 = {
										instancePath: instancePath + "/guards/minHolders/" + i1,
										schemaPath: "#/properties/guards/properties/minHolders/items/required",
										keyword: "required",
										params: { missingProperty: "scope" },
										message: "must have required property 'scope'"
									};
									if (vErrors === null) vErrors = [err20];
									else vErrors.push(err20);
									errors++;
								}
								if (data13.role === void 0) {
									const err21 = {
										instancePath: instancePath + "/guards/minHolders/" + i1,
										schemaPath: "#/properties/guards/properties/minHolders/items/required",
										keyword: "required",
										params: { missingProperty: "role" },
										message: "must have required property 'role'"
									};
									if (vErrors === null) vErrors = [err21];
									else vErrors.push(err21);
									errors++;
								}
								if (data13.min === void 0) {
									const err22 = {
										instancePath: instancePath + "/guards/minHolders/" + i1,
										schemaPath: "#/properties/guards/properties/minHolders/items/required",
										keyword: "required",
										params: { missingProperty: "min" },
										message: "must have required property 'min'"
									};
									if (vErrors === null) vErrors = [err22];
									else vErrors.push(err22);
									errors++;
								}
								for (const key4 in data13) if (!(key4 === "scope" || key4 === "role" || key4 === "min")) {
									const err23 = {
										instancePath: instancePath + "/guards/minHolders/" + i1,
										schemaPath: "#/properties/guards/properties/minHolders/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key4 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err23];
									else vErrors.push(err23);
									errors++;
								}
								if (data13.scope !== void 0) {
									let data14 = data13.scope;
									if (typeof data14 === "string") {
										if (!pattern4.test(data14)) {
											const err24 = {
												instancePath: instancePath + "/guards/minHolders/" + i1 + "/scope",
												schemaPath: "#/$defs/scopeGlob/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err24];
											else vErrors.push(err24);
											errors++;
										}
									} else {
										const err25 = {
											instancePath: instancePath + "/guards/minHolders/" + i1 + "/scope",
											schemaPath: "#/$defs/scopeGlob/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err25];
										else vErrors.push(err25);
										errors++;
									}
								}
								if (data13.role !== void 0) {
									let data15 = data13.role;
									if (typeof data15 === "string") {
										if (!pattern60.test(data15)) {
											const err26 = {
												instancePath: instancePath + "/guards/minHolders/" + i1 + "/role",
												schemaPath: "#/properties/guards/properties/minHolders/items/properties/role/pattern",
												keyword: "pattern",
												params: { pattern: "^[^*]*\\S[^*]*$" },
												message: "must match pattern \"^[^*]*\\S[^*]*$\""
											};
											if (vErrors === null) vErrors = [err26];
											else vErrors.push(err26);
											errors++;
										}
									} else {
										const err27 = {
											instancePath: instancePath + "/guards/minHolders/" + i1 + "/role",
											schemaPath: "#/properties/guards/properties/minHolders/items/properties/role/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err27];
										else vErrors.push(err27);
										errors++;
									}
								}
								if (data13.min !== void 0) {
									let data16 = data13.min;
									if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
										const err28 = {
											instancePath: instancePath + "/guards/minHolders/" + i1 + "/min",
											schemaPath: "#/properties/guards/properties/minHolders/items/properties/min/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err28];
										else vErrors.push(err28);
										errors++;
									}
									if (typeof data16 == "number" && isFinite(data16)) {
										if (data16 < 1 || isNaN(data16)) {
											const err29 = {
												instancePath: instancePath + "/guards/minHolders/" + i1 + "/min",
												schemaPath: "#/properties/guards/properties/minHolders/items/properties/min/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err29];
											else vErrors.push(err29);
											errors++;
										}
									}
								}
							} else {
								const err30 = {
									instancePath: instancePath + "/guards/minHolders/" + i1,
									schemaPath: "#/properties/guards/properties/minHolders/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err30];
								else vErrors.push(err30);
								errors++;
							}
						}
					} else {
						const err31 = {
							instancePath: instancePath + "/guards/minHolders",
							schemaPath: "#/properties/guards/properties/minHolders/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err31];
						else vErrors.push(err31);
						errors++;
					}
				}
				if (data8.protect !== void 0) {
					let data17 = data8.protect;
					if (Array.isArray(data17)) {
						const len2 = data17.length;
						for (let i2 = 0; i2 < len2; i2++) {
							let data18 = data17[i2];
							if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
								if (data18.scope === void 0) {
									const err32 = {
										instancePath: instancePath + "/guards/protect/" + i2,
										schemaPath: "#/properties/guards/properties/protect/items/required",
										keyword: "required",
										params: { missingProperty: "scope" },
										message: "must have required property 'scope'"
									};
									if (vErrors === null) vErrors = [err32];
									else vErrors.push(err32);
									errors++;
								}
								if (data18.principal === void 0) {
									const err33 = {
										instancePath: instancePath + "/guards/protect/" + i2,
										schemaPath: "#/properties/guards/properties/protect/items/required",
										keyword: "required",
										params: { missingProperty: "principal" },
										message: "must have required property 'principal'"
									};
									if (vErrors === null) vErrors = [err33];
									else vErrors.push(err33);
									errors++;
								}
								for (const key5 in data18) if (!(key5 === "scope" || key5 === "principal")) {
									const err34 = {
										instancePath: instancePath + "/guards/protect/" + i2,
										schemaPath: "#/properties/guards/properties/protect/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key5 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err34];
									else vErrors.push(err34);
									errors++;
								}
								if (data18.scope !== void 0) {
									let data19 = data18.scope;
									if (typeof data19 === "string") {
										if (!pattern4.test(data19)) {
											const err35 = {
												instancePath: instancePath + "/guards/protect/" + i2 + "/scope",
												schemaPath: "#/$defs/scopeGlob/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err35];
											else vErrors.push(err35);
											errors++;
										}
									} else {
										const err36 = {
											instancePath: instancePath + "/guards/protect/" + i2 + "/scope",
											schemaPath: "#/$defs/scopeGlob/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err36];
										else vErrors.push(err36);
										errors++;
									}
								}
								if (data18.principal !== void 0) {
									let data20 = data18.principal;
									if (typeof data20 === "string") {
										if (!pattern4.test(data20)) {
											const err37 = {
												instancePath: instancePath + "/guards/protect/" + i2 + "/principal",
												schemaPath: "#/properties/guards/properties/protect/items/properties/principal/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err37];
											else vErrors.push(err37);
											errors++;
										}
									} else {
										const err38 = {
											instancePath: instancePath + "/guards/protect/" + i2 + "/principal",
											schemaPath: "#/properties/guards/properties/protect/items/properties/principal/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err38];
										else vErrors.push(err38);
										errors++;
									}
								}
							} else {
								const err39 = {
									instancePath: instancePath + "/guards/protect/" + i2,
									schemaPath: "#/properties/guards/properties/protect/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err39];
								else vErrors.push(err39);
								errors++;
							}
						}
					} else {
						const err40 = {
							instancePath: instancePath + "/guards/protect",
							schemaPath: "#/properties/guards/properties/protect/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err40];
						else vErrors.push(err40);
						errors++;
					}
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/guards",
					schemaPath: "#/properties/guards/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		}
		if (data.policies !== void 0) {
			let data21 = data.policies;
			if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
				for (const key6 in data21) if (!(key6 === "separation" || key6 === "maxTerm" || key6 === "require2fa")) {
					const err42 = {
						instancePath: instancePath + "/policies",
						schemaPath: "#/properties/policies/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key6 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err42];
					else vErrors.push(err42);
					errors++;
				}
				if (data21.separation !== void 0) {
					let data22 = data21.separation;
					if (Array.isArray(data22)) {
						const len3 = data22.length;
						for (let i3 = 0; i3 < len3; i3++) {
							let data23 = data22[i3];
							if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
								if (data23.name === void 0) {
									const err43 = {
										instancePath: instancePath + "/policies/separation/" + i3,
										schemaPath: "#/properties/policies/properties/separation/items/required",
										keyword: "required",
										params: { missingProperty: "name" },
										message: "must have required property 'name'"
									};
									if (vErrors === null) vErrors = [err43];
									else vErrors.push(err43);
									errors++;
								}
								if (data23.roles === void 0) {
									const err44 = {
										instancePath: instancePath + "/policies/separation/" + i3,
										schemaPath: "#/properties/policies/properties/separation/items/required",
										keyword: "required",
										params: { missingProperty: "roles" },
										message: "must have required property 'roles'"
									};
									if (vErrors === null) vErrors = [err44];
									else vErrors.push(err44);
									errors++;
								}
								if (data23.within === void 0) {
									const err45 = {
										instancePath: instancePath + "/policies/separation/" + i3,
										schemaPath: "#/properties/policies/properties/separation/items/required",
										keyword: "required",
										params: { missingProperty: "within" },
										message: "must have required property 'within'"
									};
									if (vErrors === null) vErrors = [err45];
									else vErrors.push(err45);
									errors++;
								}
								for (const key7 in data23) if (!(key7 === "name" || key7 === "roles" || key7 === "within" || key7 === "level")) {
									const err46 = {
										instancePath: instancePath + "/policies/separation/" + i3,
										schemaPath: "#/properties/policies/properties/separation/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key7 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err46];
									else vErrors.push(err46);
									errors++;
								}
								if (data23.name !== void 0) {
									let data24 = data23.name;
									if (typeof data24 === "string") {
										if (!pattern4.test(data24)) {
											const err47 = {
												instancePath: instancePath + "/policies/separation/" + i3 + "/name",
												schemaPath: "#/properties/policies/properties/separation/items/properties/name/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err47];
											else vErrors.push(err47);
											errors++;
										}
									} else {
										const err48 = {
											instancePath: instancePath + "/policies/separation/" + i3 + "/name",
											schemaPath: "#/properties/policies/properties/separation/items/properties/name/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err48];
										else vErrors.push(err48);
										errors++;
									}
								}
								if (data23.roles !== void 0) {
									let data25 = data23.roles;
									if (Array.isArray(data25)) {
										if (data25.length < 2) {
											const err49 = {
												instancePath: instancePath + "/policies/separation/" + i3 + "/roles",
												schemaPath: "#/properties/policies/properties/separation/items/properties/roles/minItems",
												keyword: "minItems",
												params: { limit: 2 },
												message: "must NOT have fewer than 2 items"
											};
											if (vErrors === null) vErrors = [err49];
											else vErrors.push(err49);
											errors++;
										}
										const len4 = data25.length;
										for (let i4 = 0; i4 < len4; i4++) {
											let data26 = data25[i4];
											if (typeof data26 === "string") {
												if (!pattern4.test(data26)) {
													const err50 = {
														instancePath: instancePath + "/policies/separation/" + i3 + "/roles/" + i4,
														schemaPath: "#/properties/policies/properties/separation/items/properties/roles/items/pattern",
														keyword: "pattern",
														params: { pattern: "\\S" },
														message: "must match pattern \"\\S\""
													};
													if (vErrors === null) vErrors = [err50];
													else vErrors.push(err50);
													errors++;
												}
											} else {
												const err51 = {
													instancePath: instancePath + "/policies/separation/" + i3 + "/roles/" + i4,
													schemaPath: "#/properties/policies/properties/separation/items/properties/roles/items/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												};
												if (vErrors === null) vErrors = [err51];
												else vErrors.push(err51);
												errors++;
											}
										}
									} else {
										const err52 = {
											instancePath: instancePath + "/policies/separation/" + i3 + "/roles",
											schemaPath: "#/properties/policies/properties/separation/items/properties/roles/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array"
										};
										if (vErrors === null) vErrors = [err52];
										else vErrors.push(err52);
										errors++;
									}
								}
								if (data23.within !== void 0) {
									let data27 = data23.within;
									if (!(data27 === "scope" || data27 === "organization" || data27 === "account" || data27 === "everywhere")) {
										const err53 = {
											instancePath: instancePath + "/policies/separation/" + i3 + "/within",
											schemaPath: "#/properties/policies/properties/separation/items/properties/within/enum",
											keyword: "enum",
											params: { allowedValues: schema106.properties.policies.properties.separation.items.properties.within.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err53];
										else vErrors.push(err53);
										errors++;
									}
								}
								if (data23.level !== void 0) {
									let data28 = data23.level;
									if (!(data28 === "error" || data28 === "warning")) {
										const err54 = {
											instancePath: instancePath + "/policies/separation/" + i3 + "/level",
											schemaPath: "#/$defs/level/enum",
											keyword: "enum",
											params: { allowedValues: schema139.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err54];
										else vErrors.push(err54);
										errors++;
									}
								}
							} else {
								const err55 = {
									instancePath: instancePath + "/policies/separation/" + i3,
									schemaPath: "#/properties/policies/properties/separation/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err55];
								else vErrors.push(err55);
								errors++;
							}
						}
					} else {
						const err56 = {
							instancePath: instancePath + "/policies/separation",
							schemaPath: "#/properties/policies/properties/separation/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err56];
						else vErrors.push(err56);
						errors++;
					}
				}
				if (data21.maxTerm !== void 0) {
					let data29 = data21.maxTerm;
					if (Array.isArray(data29)) {
						const len5 = data29.length;
						for (let i5 = 0; i5 < len5; i5++) {
							let data30 = data29[i5];
							if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
								if (data30.scope === void 0) {
									const err57 = {
										instancePath: instancePath + "/policies/maxTerm/" + i5,
										schemaPath: "#/properties/policies/properties/maxTerm/items/required",
										keyword: "required",
										params: { missingProperty: "scope" },
										message: "must have required property 'scope'"
									};
									if (vErrors === null) vErrors = [err57];
									else vErrors.push(err57);
									errors++;
								}
								if (data30.role === void 0) {
									const err58 = {
										instancePath: instancePath + "/policies/maxTerm/" + i5,
										schemaPath: "#/properties/policies/properties/maxTerm/items/required",
										keyword: "required",
										params: { missingProperty: "role" },
										message: "must have required property 'role'"
									};
									if (vErrors === null) vErrors = [err58];
									else vErrors.push(err58);
									errors++;
								}
								if (data30.days === void 0) {
									const err59 = {
										instancePath: instancePath + "/policies/maxTerm/" + i5,
										schemaPath: "#/properties/policies/properties/maxTerm/items/required",
										keyword: "required",
										params: { missingProperty: "days" },
										message: "must have required property 'days'"
									};
									if (vErrors === null) vErrors = [err59];
									else vErrors.push(err59);
									errors++;
								}
								for (const key8 in data30) if (!(key8 === "scope" || key8 === "role" || key8 === "days" || key8 === "level")) {
									const err60 = {
										instancePath: instancePath + "/policies/maxTerm/" + i5,
										schemaPath: "#/properties/policies/properties/maxTerm/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key8 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err60];
									else vErrors.push(err60);
									errors++;
								}
								if (data30.scope !== void 0) {
									let data31 = data30.scope;
									if (typeof data31 === "string") {
										if (!pattern4.test(data31)) {
											const err61 = {
												instancePath: instancePath + "/policies/maxTerm/" + i5 + "/scope",
												schemaPath: "#/$defs/scopeGlob/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err61];
											else vErrors.push(err61);
											errors++;
										}
									} else {
										const err62 = {
											instancePath: instancePath + "/policies/maxTerm/" + i5 + "/scope",
											schemaPath: "#/$defs/scopeGlob/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err62];
										else vErrors.push(err62);
										errors++;
									}
								}
								if (data30.role !== void 0) {
									let data32 = data30.role;
									if (typeof data32 === "string") {
										if (!pattern4.test(data32)) {
											const err63 = {
												instancePath: instancePath + "/policies/maxTerm/" + i5 + "/role",
												schemaPath: "#/$defs/roleGlob/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err63];
											else vErrors.push(err63);
											errors++;
										}
									} else {
										const err64 = {
											instancePath: instancePath + "/policies/maxTerm/" + i5 + "/role",
											schemaPath: "#/$defs/roleGlob/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err64];
										else vErrors.push(err64);
										errors++;
									}
								}
								if (data30.days !== void 0) {
									let data33 = data30.days;
									if (typeof data33 == "number" && isFinite(data33)) {
										if (data33 <= 0 || isNaN(data33)) {
											const err65 = {
												instancePath: instancePath + "/policies/maxTerm/" + i5 + "/days",
												schemaPath: "#/properties/policies/properties/maxTerm/items/properties/days/exclusiveMinimum",
												keyword: "exclusiveMinimum",
												params: {
													comparison: ">",
													limit: 0
												},
												message: "must be > 0"
											};
											if (vErrors === null) vErrors = [err65];
											else vErrors.push(err65);
											errors++;
										}
									} else {
										const err66 = {
											instancePath: instancePath + "/policies/maxTerm/" + i5 + "/days",
											schemaPath: "#/properties/policies/properties/maxTerm/items/properties/days/type",
											keyword: "type",
											params: { type: "number" },
											message: "must be number"
										};
										if (vErrors === null) vErrors = [err66];
										else vErrors.push(err66);
										errors++;
									}
								}
								if (data30.level !== void 0) {
									let data34 = data30.level;
									if (!(data34 === "error" || data34 === "warning")) {
										const err67 = {
											instancePath: instancePath + "/policies/maxTerm/" + i5 + "/level",
											schemaPath: "#/$defs/level/enum",
											keyword: "enum",
											params: { allowedValues: schema139.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err67];
										else vErrors.push(err67);
										errors++;
									}
								}
							} else {
								const err68 = {
									instancePath: instancePath + "/policies/maxTerm/" + i5,
									schemaPath: "#/properties/policies/properties/maxTerm/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err68];
								else vErrors.push(err68);
								errors++;
							}
						}
					} else {
						const err69 = {
							instancePath: instancePath + "/policies/maxTerm",
							schemaPath: "#/properties/policies/properties/maxTerm/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err69];
						else vErrors.push(err69);
						errors++;
					}
				}
				if (data21.require2fa !== void 0) {
					let data35 = data21.require2fa;
					if (Array.isArray(data35)) {
						const len6 = data35.length;
						for (let i6 = 0; i6 < len6; i6++) {
							let data36 = data35[i6];
							if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
								if (data36.scope === void 0) {
									const err70 = {
										instancePath: instancePath + "/policies/require2fa/" + i6,
										schemaPath: "#/properties/policies/properties/require2fa/items/required",
										keyword: "required",
										params: { missingProperty: "scope" },
										message: "must have required property 'scope'"
									};
									if (vErrors === null) vErrors = [err70];
									else vErrors.push(err70);
									errors++;
								}
								if (data36.roles === void 0) {
									const err71 = {
										instancePath: instancePath + "/policies/require2fa/" + i6,
										schemaPath: "#/properties/policies/properties/require2fa/items/required",
										keyword: "required",
										params: { missingProperty: "roles" },
										message: "must have required property 'roles'"
									};
									if (vErrors === null) vErrors = [err71];
									else vErrors.push(err71);
									errors++;
								}
								for (const key9 in data36) if (!(key9 === "scope" || key9 === "roles" || key9 === "level")) {
									const err72 = {
										instancePath: instancePath + "/policies/require2fa/" + i6,
										schemaPath: "#/properties/policies/properties/require2fa/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key9 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err72];
									else vErrors.push(err72);
									errors++;
								}
								if (data36.scope !== void 0) {
									let data37 = data36.scope;
									if (typeof data37 === "string") {
										if (!pattern4.test(data37)) {
											const err73 = {
												instancePath: instancePath + "/policies/require2fa/" + i6 + "/scope",
												schemaPath: "#/$defs/scopeGlob/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\""
											};
											if (vErrors === null) vErrors = [err73];
											else vErrors.push(err73);
											errors++;
										}
									} else {
										const err74 = {
											instancePath: instancePath + "/policies/require2fa/" + i6 + "/scope",
											schemaPath: "#/$defs/scopeGlob/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err74];
										else vErrors.push(err74);
										errors++;
									}
								}
								if (data36.roles !== void 0) {
									let data38 = data36.roles;
									if (Array.isArray(data38)) {
										if (data38.length < 1) {
											const err75 = {
												instancePath: instancePath + "/policies/require2fa/" + i6 + "/roles",
												schemaPath: "#/properties/policies/properties/require2fa/items/properties/roles/minItems",
												keyword: "minItems",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 items"
											};
											if (vErrors === null) vErrors = [err75];
											else vErrors.push(err75);
											errors++;
										}
										const len7 = data38.length;
										for (let i7 = 0; i7 < len7; i7++) {
											let data39 = data38[i7];
											if (typeof data39 === "string") {
												if (!pattern4.test(data39)) {
													const err76 = {
														instancePath: instancePath + "/policies/require2fa/" + i6 + "/roles/" + i7,
														schemaPath: "#/$defs/roleGlob/pattern",
														keyword: "pattern",
														params: { pattern: "\\S" },
														message: "must match pattern \"\\S\""
													};
													if (vErrors === null) vErrors = [err76];
													else vErrors.push(err76);
													errors++;
												}
											} else {
												const err77 = {
													instancePath: instancePath + "/policies/require2fa/" + i6 + "/roles/" + i7,
													schemaPath: "#/$defs/roleGlob/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												};
												if (vErrors === null) vErrors = [err77];
												else vErrors.push(err77);
												errors++;
											}
										}
									} else {
										const err78 = {
											instancePath: instancePath + "/policies/require2fa/" + i6 + "/roles",
											schemaPath: "#/properties/policies/properties/require2fa/items/properties/roles/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array"
										};
										if (vErrors === null) vErrors = [err78];
										else vErrors.push(err78);
										errors++;
									}
								}
								if (data36.level !== void 0) {
									let data40 = data36.level;
									if (!(data40 === "error" || data40 === "warning")) {
										const err79 = {
											instancePath: instancePath + "/policies/require2fa/" + i6 + "/level",
											schemaPath: "#/$defs/level/enum",
											keyword: "enum",
											params: { allowedValues: schema139.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err79];
										else vErrors.push(err79);
										errors++;
									}
								}
							} else {
								const err80 = {
									instancePath: instancePath + "/policies/require2fa/" + i6,
									schemaPath: "#/properties/policies/properties/require2fa/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err80];
								else vErrors.push(err80);
								errors++;
							}
						}
					} else {
						const err81 = {
							instancePath: instancePath + "/policies/require2fa",
							schemaPath: "#/properties/policies/properties/require2fa/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err81];
						else vErrors.push(err81);
						errors++;
					}
				}
			} else {
				const err82 = {
					instancePath: instancePath + "/policies",
					schemaPath: "#/properties/policies/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err82];
				else vErrors.push(err82);
				errors++;
			}
		}
		if (data.risk !== void 0) {
			let data41 = data.risk;
			if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
				for (const key10 in data41) if (!(key10 === "high")) {
					const err83 = {
						instancePath: instancePath + "/risk",
						schemaPath: "#/properties/risk/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key10 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err83];
					else vErrors.push(err83);
					errors++;
				}
				if (data41.high !== void 0) {
					let data42 = data41.high;
					if (Array.isArray(data42)) {
						const len8 = data42.length;
						for (let i8 = 0; i8 < len8; i8++) {
							let data43 = data42[i8];
							if (typeof data43 === "string") {
								if (!pattern4.test(data43)) {
									const err84 = {
										instancePath: instancePath + "/risk/high/" + i8,
										schemaPath: "#/$defs/roleGlob/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\""
									};
									if (vErrors === null) vErrors = [err84];
									else vErrors.push(err84);
									errors++;
								}
							} else {
								const err85 = {
									instancePath: instancePath + "/risk/high/" + i8,
									schemaPath: "#/$defs/roleGlob/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err85];
								else vErrors.push(err85);
								errors++;
							}
						}
					} else {
						const err86 = {
							instancePath: instancePath + "/risk/high",
							schemaPath: "#/properties/risk/properties/high/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err86];
						else vErrors.push(err86);
						errors++;
					}
				}
			} else {
				const err87 = {
					instancePath: instancePath + "/risk",
					schemaPath: "#/properties/risk/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err87];
				else vErrors.push(err87);
				errors++;
			}
		}
	} else {
		const err88 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err88];
		else vErrors.push(err88);
		errors++;
	}
	validate68.errors = vErrors;
	return errors === 0;
}
validate68.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
export { validateSettings };
