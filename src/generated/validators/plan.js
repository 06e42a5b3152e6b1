// Generated from schemas/plan.schema.json by `npm run generate`; do not edit.
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var require_formats = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
	function fmtDef(validate, compare) {
		return {
			validate,
			compare
		};
	}
	exports.fullFormats = {
		date: fmtDef(date, compareDate),
		time: fmtDef(getTime(true), compareTime),
		"date-time": fmtDef(getDateTime(true), compareDateTime),
		"iso-time": fmtDef(getTime(), compareIsoTime),
		"iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
		duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
		uri,
		"uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
		"uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
		url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
		email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
		hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
		ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
		ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
		regex,
		uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
		"json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
		"json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
		"relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
		byte,
		int32: {
			type: "number",
			validate: validateInt32
		},
		int64: {
			type: "number",
			validate: validateInt64
		},
		float: {
			type: "number",
			validate: validateNumber
		},
		double: {
			type: "number",
			validate: validateNumber
		},
		password: true,
		binary: true
	};
	exports.fastFormats = {
		...exports.fullFormats,
		date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
		time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
		"date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
		"iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
		"iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
		uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
		"uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
		email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
	};
	exports.formatNames = Object.keys(exports.fullFormats);
	function isLeapYear(year) {
		return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	}
	const DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
	const DAYS = [
		0,
		31,
		28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31
	];
	function date(str) {
		const matches = DATE.exec(str);
		if (!matches) return false;
		const year = +matches[1];
		const month = +matches[2];
		const day = +matches[3];
		return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
	}
	function compareDate(d1, d2) {
		if (!(d1 && d2)) return void 0;
		if (d1 > d2) return 1;
		if (d1 < d2) return -1;
		return 0;
	}
	const TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
	function getTime(strictTimeZone) {
		return function time(str) {
			const matches = TIME.exec(str);
			if (!matches) return false;
			const hr = +matches[1];
			const min = +matches[2];
			const sec = +matches[3];
			const tz = matches[4];
			const tzSign = matches[5] === "-" ? -1 : 1;
			const tzH = +(matches[6] || 0);
			const tzM = +(matches[7] || 0);
			if (tzH > 23 || tzM > 59 || strictTimeZone && !tz) return false;
			if (hr <= 23 && min <= 59 && sec < 60) return true;
			const utcMin = min - tzM * tzSign;
			const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
			return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
		};
	}
	function compareTime(s1, s2) {
		if (!(s1 && s2)) return void 0;
		const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
		const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
		if (!(t1 && t2)) return void 0;
		return t1 - t2;
	}
	function compareIsoTime(t1, t2) {
		if (!(t1 && t2)) return void 0;
		const a1 = TIME.exec(t1);
		const a2 = TIME.exec(t2);
		if (!(a1 && a2)) return void 0;
		t1 = a1[1] + a1[2] + a1[3];
		t2 = a2[1] + a2[2] + a2[3];
		if (t1 > t2) return 1;
		if (t1 < t2) return -1;
		return 0;
	}
	const DATE_TIME_SEPARATOR = /t|\s/i;
	function getDateTime(strictTimeZone) {
		const time = getTime(strictTimeZone);
		return function date_time(str) {
			const dateTime = str.split(DATE_TIME_SEPARATOR);
			return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
		};
	}
	function compareDateTime(dt1, dt2) {
		if (!(dt1 && dt2)) return void 0;
		const d1 = new Date(dt1).valueOf();
		const d2 = new Date(dt2).valueOf();
		if (!(d1 && d2)) return void 0;
		return d1 - d2;
	}
	function compareIsoDateTime(dt1, dt2) {
		if (!(dt1 && dt2)) return void 0;
		const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
		const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
		const res = compareDate(d1, d2);
		if (res === void 0) return void 0;
		return res || compareTime(t1, t2);
	}
	const NOT_URI_FRAGMENT = /\/|:/;
	const URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
	function uri(str) {
		return NOT_URI_FRAGMENT.test(str) && URI.test(str);
	}
	const BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
	function byte(str) {
		BYTE.lastIndex = 0;
		return BYTE.test(str);
	}
	const MIN_INT32 = -(2 ** 31);
	const MAX_INT32 = 2 ** 31 - 1;
	function validateInt32(value) {
		return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
	}
	function validateInt64(value) {
		return Number.isInteger(value);
	}
	function validateNumber() {
		return true;
	}
	const Z_ANCHOR = /[^\\]\\Z/;
	function regex(str) {
		if (Z_ANCHOR.test(str)) return false;
		try {
			new RegExp(str);
			return true;
		} catch (e) {
			return false;
		}
	}
}));
function appended(all, more) {
	for (const error of more) all.push(error);
	return all;
}
const validatePlan = validate27;
const schema43 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"title": "rolecall plan",
	"description": "The ordered changes, as `plan --format json` prints and `plan --out` keeps them.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"formatVersion",
		"now",
		"base",
		"narrowing",
		"digest",
		"summary",
		"scopes",
		"changes",
		"unlisted",
		"guards",
		"warnings",
		"requests"
	],
	"properties": {
		"formatVersion": {
			"description": "Version of this format.",
			"const": 1
		},
		"now": {
			"description": "The instant the plan is made for.",
			"type": "string",
			"format": "date-time"
		},
		"base": {
			"description": "The revision given with --base.",
			"type": ["string", "null"]
		},
		"narrowing": {
			"description": "What the run was narrowed to; empty where it was not.",
			"type": "object",
			"additionalProperties": false,
			"required": [],
			"properties": {
				"scope": {
					"description": "Globs over addresses (--scope).",
					"type": "array",
					"items": { "type": "string" }
				},
				"shard": {
					"description": "The part taken, I/N (--shard).",
					"type": "string"
				},
				"changedSince": {
					"description": "Only scopes whose desired state differs from this revision's (--changed-since).",
					"type": "string"
				}
			}
		},
		"digest": {
			"description": "sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.",
			"type": "string",
			"pattern": "^sha256:[0-9a-f]{64}$"
		},
		"summary": {
			"description": "Counts. What is blocked or cannot be verified is not counted under its action.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"grant",
				"change",
				"revoke",
				"blocked",
				"unlisted",
				"unchanged"
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
				"blocked": {
					"description": "What cannot be done.",
					"type": "integer",
					"minimum": 0
				},
				"unlisted": {
					"description": "What is live, unlisted and kept.",
					"type": "integer",
					"minimum": 0
				},
				"unchanged": {
					"description": "Entries that hold already.",
					"type": "integer",
					"minimum": 0
				},
				"unverifiable": {
					"description": "Changes whose result cannot be read back.",
					"type": "integer",
					"minimum": 0
				}
			}
		},
		"scopes": {
			"description": "The scopes of the run.",
			"type": "array",
			"items": {
				"description": "A scope.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"scope",
					"name",
					"prune",
					"complete",
					"live",
					"desired"
				],
				"properties": {
					"scope": {
						"description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
						"type": "string",
						"pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
					},
					"name": {
						"description": "Its live name.",
						"type": ["string", "null"]
					},
					"prune": {
						"description": "What is revoked though no entry asks for it: all that is unlisted, only in the roles the document names, or nothing.",
						"enum": [
							true,
							false,
							"listed"
						]
					},
					"complete": {
						"description": "False where the read failed, was cut short or contradicted itself: nothing is taken away there.",
						"type": "boolean"
					},
					"live": {
						"description": "Live assignments.",
						"type": "integer",
						"minimum": 0
					},
					"desired": {
						"description": "Assignments the files ask for now.",
						"type": "integer",
						"minimum": 0
					},
					"diff": {
						"description": "Unified diff of the role lists, where the scope changes.",
						"type": "string"
					}
				}
			}
		},
		"changes": {
			"description": "The changes, in the order of the plan.",
			"type": "array",
			"items": { "$ref": "#/$defs/change" }
		},
		"unlisted": {
			"description": "What is live, unlisted and kept.",
			"type": "array",
			"items": {
				"description": "A live assignment that no entry asks for.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"scope",
					"principal",
					"label",
					"role",
					"status"
				],
				"properties": {
					"scope": {
						"description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
						"type": "string",
						"pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
					},
					"principal": {
						"description": "Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.",
						"type": "string",
						"pattern": "^(user|group):.+$"
					},
					"label": {
						"description": "What people know the principal by: e-mail, else name, else id.",
						"type": "string"
					},
					"role": {
						"description": "Role.",
						"type": "string"
					},
					"status": {
						"description": "Status of the assignment; always active in Redox.",
						"type": "string",
						"enum": ["active", "inactive"]
					},
					"risk": {
						"description": "Present where it is a high-risk role.",
						"const": "high"
					},
					"removed": {
						"description": "Present where the base's files ask for it, and these do not.",
						"const": true
					},
					"reason": {
						"description": "With removed: why it is kept, and what would revoke it.",
						"type": "string"
					}
				}
			}
		},
		"guards": {
			"description": "The guards that refuse; one is enough to stop the whole run.",
			"type": "array",
			"items": { "$ref": "#/$defs/guard" }
		},
		"warnings": {
			"description": "What should be looked at.",
			"type": "array",
			"items": {
				"description": "A warning.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"code",
					"message",
					"source"
				],
				"properties": {
					"code": {
						"description": "Stable name of the warning, kebab-case.",
						"type": "string"
					},
					"message": {
						"description": "For people.",
						"type": "string"
					},
					"source": {
						"description": "The line it is about, if any.",
						"anyOf": [{ "$ref": "#/$defs/source" }, { "type": "null" }]
					},
					"scopes": {
						"description": "Addresses of the scopes it is about, where one cause touched several; sorted.",
						"type": "array",
						"items": { "type": "string" }
					}
				}
			}
		},
		"requests": {
			"description": "What the plan costs.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"made",
				"toApply",
				"estimatedSeconds"
			],
			"properties": {
				"made": {
					"description": "Requests sent to make it.",
					"type": "integer",
					"minimum": 0
				},
				"toApply": {
					"description": "Writes to apply it.",
					"type": "integer",
					"minimum": 0
				},
				"estimatedSeconds": {
					"description": "How long these take under the limits.",
					"type": "number",
					"minimum": 0
				}
			}
		},
		"later": {
			"description": "What terms will start; only where a plan is kept for review by the GitHub Action.",
			"type": "array",
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": [
					"at",
					"scope",
					"principal",
					"label",
					"from",
					"to",
					"risk"
				],
				"properties": {
					"at": {
						"description": "The instant the term starts.",
						"type": "string",
						"format": "date-time"
					},
					"scope": { "$ref": "#/$defs/change/properties/scope" },
					"principal": { "$ref": "#/$defs/change/properties/principal" },
					"label": { "$ref": "#/$defs/change/properties/label" },
					"from": { "$ref": "#/$defs/change/properties/from" },
					"to": { "$ref": "#/$defs/change/properties/to" },
					"risk": { "$ref": "#/$defs/change/properties/risk" }
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
		},
		"change": {
			"description": "One difference between desired and live state.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"action",
				"scope",
				"principal",
				"label",
				"from",
				"to",
				"source",
				"cause",
				"term",
				"risk",
				"blocked"
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
				"principal": {
					"description": "Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.",
					"type": "string",
					"pattern": "^(user|group):.+$"
				},
				"label": {
					"description": "What people know the principal by: e-mail, else name, else id.",
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
				"cause": {
					"description": "Whether the files brought it about since the base, or it would be there without; null without --base.",
					"type": ["string", "null"],
					"enum": [
						"files",
						"drift",
						null
					]
				},
				"term": {
					"description": "What the clock did to bring it about: a term started or ended, or the person left; null where it did not.",
					"type": ["string", "null"],
					"enum": [
						"started",
						"ended",
						"left",
						null
					]
				},
				"risk": {
					"description": "High for what gives a high-risk role and for what takes one away.",
					"type": "string",
					"enum": ["high", "normal"]
				},
				"blocked": {
					"description": "Why it cannot be done; null where it can.",
					"type": ["string", "null"]
				},
				"verifiable": {
					"description": "False where the result cannot be read back: such a change counts for nothing in drift, convergence or No changes. Left out elsewhere.",
					"const": false
				},
				"takesAlong": {
					"description": "For the removal from an organization: the assignments that go with it, as an address and a role.",
					"type": "array",
					"items": { "type": "string" }
				}
			}
		},
		"guard": {
			"description": "A guard that refuses the plan.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"guard",
				"scope",
				"message"
			],
			"properties": {
				"guard": {
					"description": "Name of the guard.",
					"type": "string"
				},
				"scope": {
					"description": "The scope it counts in; null where it counts over the whole run.",
					"type": ["string", "null"],
					"pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
				},
				"message": {
					"description": "Why it refuses.",
					"type": "string"
				}
			}
		}
	}
};
const schema48 = {
	"description": "A guard that refuses the plan.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"guard",
		"scope",
		"message"
	],
	"properties": {
		"guard": {
			"description": "Name of the guard.",
			"type": "string"
		},
		"scope": {
			"description": "The scope it counts in; null where it counts over the whole run.",
			"type": ["string", "null"],
			"pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
		},
		"message": {
			"description": "Why it refuses.",
			"type": "string"
		}
	}
};
const schema57 = {
	"description": "High for what gives a high-risk role and for what takes one away.",
	"type": "string",
	"enum": ["high", "normal"]
};
const func6 = Object.prototype.hasOwnProperty;
const formats0 = require_formats().fullFormats["date-time"];
const pattern21 = /* @__PURE__ */ new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern22 = /* @__PURE__ */ new RegExp("^[^/]+/[^/]+/[^/]+(/[^/]+)?$", "u");
const pattern24 = /* @__PURE__ */ new RegExp("^(user|group):.+$", "u");
const schema44 = {
	"description": "One difference between desired and live state.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"action",
		"scope",
		"principal",
		"label",
		"from",
		"to",
		"source",
		"cause",
		"term",
		"risk",
		"blocked"
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
		"principal": {
			"description": "Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.",
			"type": "string",
			"pattern": "^(user|group):.+$"
		},
		"label": {
			"description": "What people know the principal by: e-mail, else name, else id.",
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
		"cause": {
			"description": "Whether the files brought it about since the base, or it would be there without; null without --base.",
			"type": ["string", "null"],
			"enum": [
				"files",
				"drift",
				null
			]
		},
		"term": {
			"description": "What the clock did to bring it about: a term started or ended, or the person left; null where it did not.",
			"type": ["string", "null"],
			"enum": [
				"started",
				"ended",
				"left",
				null
			]
		},
		"risk": {
			"description": "High for what gives a high-risk role and for what takes one away.",
			"type": "string",
			"enum": ["high", "normal"]
		},
		"blocked": {
			"description": "Why it cannot be done; null where it can.",
			"type": ["string", "null"]
		},
		"verifiable": {
			"description": "False where the result cannot be read back: such a change counts for nothing in drift, convergence or No changes. Left out elsewhere.",
			"const": false
		},
		"takesAlong": {
			"description": "For the removal from an organization: the assignments that go with it, as an address and a role.",
			"type": "array",
			"items": { "type": "string" }
		}
	}
};
const schema45 = {
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
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate28.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.action === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "action" },
				message: "must have required property 'action'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.scope === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "scope" },
				message: "must have required property 'scope'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.principal === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "principal" },
				message: "must have required property 'principal'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.label === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "label" },
				message: "must have required property 'label'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.from === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "from" },
				message: "must have required property 'from'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.to === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "to" },
				message: "must have required property 'to'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.source === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "source" },
				message: "must have required property 'source'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.cause === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "cause" },
				message: "must have required property 'cause'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.term === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "term" },
				message: "must have required property 'term'"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.risk === void 0) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "risk" },
				message: "must have required property 'risk'"
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.blocked === void 0) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "blocked" },
				message: "must have required property 'blocked'"
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		for (const key0 in data) if (!func6.call(schema44.properties, key0)) {
			const err11 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		if (data.action !== void 0) {
			let data0 = data.action;
			if (typeof data0 !== "string") {
				const err12 = {
					instancePath: instancePath + "/action",
					schemaPath: "#/properties/action/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
			if (!(data0 === "grant" || data0 === "change" || data0 === "revoke")) {
				const err13 = {
					instancePath: instancePath + "/action",
					schemaPath: "#/properties/action/enum",
					keyword: "enum",
					params: { allowedValues: schema44.properties.action.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.scope !== void 0) {
			let data1 = data.scope;
			if (typeof data1 === "string") {
				if (!pattern22.test(data1)) {
					const err14 = {
						instancePath: instancePath + "/scope",
						schemaPath: "#/properties/scope/pattern",
						keyword: "pattern",
						params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
						message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
			} else {
				const err15 = {
					instancePath: instancePath + "/scope",
					schemaPath: "#/properties/scope/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.principal !== void 0) {
			let data2 = data.principal;
			if (typeof data2 === "string") {
				if (!pattern24.test(data2)) {
					const err16 = {
						instancePath: instancePath + "/principal",
						schemaPath: "#/properties/principal/pattern",
						keyword: "pattern",
						params: { pattern: "^(user|group):.+$" },
						message: "must match pattern \"^(user|group):.+$\""
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/principal",
					schemaPath: "#/properties/principal/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.label !== void 0) {
			if (typeof data.label !== "string") {
				const err18 = {
					instancePath: instancePath + "/label",
					schemaPath: "#/properties/label/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.from !== void 0) {
			let data4 = data.from;
			const _errs11 = errors;
			let valid1 = false;
			const _errs12 = errors;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
				if (data4.role === void 0) {
					const err19 = {
						instancePath: instancePath + "/from",
						schemaPath: "#/$defs/state/required",
						keyword: "required",
						params: { missingProperty: "role" },
						message: "must have required property 'role'"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (data4.status === void 0) {
					const err20 = {
						instancePath: instancePath + "/from",
						schemaPath: "#/$defs/state/required",
						keyword: "required",
						params: { missingProperty: "status" },
						message: "must have required property 'status'"
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
				for (const key1 in data4) if (!(key1 === "role" || key1 === "status")) {
					const err21 = {
						instancePath: instancePath + "/from",
						schemaPath: "#/$defs/state/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
				if (data4.role !== void 0) {
					if (typeof data4.role !== "string") {
						const err22 = {
							instancePath: instancePath + "/from/role",
							schemaPath: "#/$defs/state/properties/role/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
				}
				if (data4.status !== void 0) {
					let data6 = data4.status;
					if (typeof data6 !== "string") {
						const err23 = {
							instancePath: instancePath + "/from/status",
							schemaPath: "#/$defs/state/properties/status/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err23];
						else vErrors.push(err23);
						errors++;
					}
					if (!(data6 === "active" || data6 === "inactive")) {
						const err24 = {
							instancePath: instancePath + "/from/status",
							schemaPath: "#/$defs/state/properties/status/enum",
							keyword: "enum",
							params: { allowedValues: schema45.properties.status.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err24];
						else vErrors.push(err24);
						errors++;
					}
				}
			} else {
				const err25 = {
					instancePath: instancePath + "/from",
					schemaPath: "#/$defs/state/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
			var _valid0 = _errs12 === errors;
			valid1 = valid1 || _valid0;
			const _errs20 = errors;
			if (data4 !== null) {
				const err26 = {
					instancePath: instancePath + "/from",
					schemaPath: "#/properties/from/anyOf/1/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err26];
				else vErrors.push(err26);
				errors++;
			}
			var _valid0 = _errs20 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const err27 = {
					instancePath: instancePath + "/from",
					schemaPath: "#/properties/from/anyOf",
					keyword: "anyOf",
					params: {},
					message: "must match a schema in anyOf"
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			} else {
				errors = _errs11;
				if (vErrors !== null) {
					if (_errs11) vErrors.length = _errs11;
					else vErrors = null;
				}
			}
		}
		if (data.to !== void 0) {
			let data7 = data.to;
			const _errs23 = errors;
			let valid4 = false;
			const _errs24 = errors;
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
				if (data7.role === void 0) {
					const err28 = {
						instancePath: instancePath + "/to",
						schemaPath: "#/$defs/state/required",
						keyword: "required",
						params: { missingProperty: "role" },
						message: "must have required property 'role'"
					};
					if (vErrors === null) vErrors = [err28];
					else vErrors.push(err28);
					errors++;
				}
				if (data7.status === void 0) {
					const err29 = {
						instancePath: instancePath + "/to",
						schemaPath: "#/$defs/state/required",
						keyword: "required",
						params: { missingProperty: "status" },
						message: "must have required property 'status'"
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
				for (const key2 in data7) if (!(key2 === "role" || key2 === "status")) {
					const err30 = {
						instancePath: instancePath + "/to",
						schemaPath: "#/$defs/state/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
				if (data7.role !== void 0) {
					if (typeof data7.role !== "string") {
						const err31 = {
							instancePath: instancePath + "/to/role",
							schemaPath: "#/$defs/state/properties/role/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err31];
						else vErrors.push(err31);
						errors++;
					}
				}
				if (data7.status !== void 0) {
					let data9 = data7.status;
					if (typeof data9 !== "string") {
						const err32 = {
							instancePath: instancePath + "/to/status",
							schemaPath: "#/$defs/state/properties/status/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err32];
						else vErrors.push(err32);
						errors++;
					}
					if (!(data9 === "active" || data9 === "inactive")) {
						const err33 = {
							instancePath: instancePath + "/to/status",
							schemaPath: "#/$defs/state/properties/status/enum",
							keyword: "enum",
							params: { allowedValues: schema45.properties.status.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err33];
						else vErrors.push(err33);
						errors++;
					}
				}
			} else {
				const err34 = {
					instancePath: instancePath + "/to",
					schemaPath: "#/$defs/state/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err34];
				else vErrors.push(err34);
				errors++;
			}
			var _valid1 = _errs24 === errors;
			valid4 = valid4 || _valid1;
			const _errs32 = errors;
			if (data7 !== null) {
				const err35 = {
					instancePath: instancePath + "/to",
					schemaPath: "#/properties/to/anyOf/1/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err35];
				else vErrors.push(err35);
				errors++;
			}
			var _valid1 = _errs32 === errors;
			valid4 = valid4 || _valid1;
			if (!valid4) {
				const err36 = {
					instancePath: instancePath + "/to",
					schemaPath: "#/properties/to/anyOf",
					keyword: "anyOf",
					params: {},
					message: "must match a schema in anyOf"
				};
				if (vErrors === null) vErrors = [err36];
				else vErrors.push(err36);
				errors++;
			} else {
				errors = _errs23;
				if (vErrors !== null) {
					if (_errs23) vErrors.length = _errs23;
					else vErrors = null;
				}
			}
		}
		if (data.source !== void 0) {
			let data10 = data.source;
			const _errs35 = errors;
			let valid7 = false;
			const _errs36 = errors;
			if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
				if (data10.file === void 0) {
					const err37 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/$defs/source/required",
						keyword: "required",
						params: { missingProperty: "file" },
						message: "must have required property 'file'"
					};
					if (vErrors === null) vErrors = [err37];
					else vErrors.push(err37);
					errors++;
				}
				if (data10.line === void 0) {
					const err38 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/$defs/source/required",
						keyword: "required",
						params: { missingProperty: "line" },
						message: "must have required property 'line'"
					};
					if (vErrors === null) vErrors = [err38];
					else vErrors.push(err38);
					errors++;
				}
				if (data10.column === void 0) {
					const err39 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/$defs/source/required",
						keyword: "required",
						params: { missingProperty: "column" },
						message: "must have required property 'column'"
					};
					if (vErrors === null) vErrors = [err39];
					else vErrors.push(err39);
					errors++;
				}
				for (const key3 in data10) if (!(key3 === "file" || key3 === "line" || key3 === "column")) {
					const err40 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/$defs/source/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key3 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
				if (data10.file !== void 0) {
					if (typeof data10.file !== "string") {
						const err41 = {
							instancePath: instancePath + "/source/file",
							schemaPath: "#/$defs/source/properties/file/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err41];
						else vErrors.push(err41);
						errors++;
					}
				}
				if (data10.line !== void 0) {
					let data12 = data10.line;
					if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
						const err42 = {
							instancePath: instancePath + "/source/line",
							schemaPath: "#/$defs/source/properties/line/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err42];
						else vErrors.push(err42);
						errors++;
					}
					if (typeof data12 == "number" && isFinite(data12)) {
						if (data12 < 1 || isNaN(data12)) {
							const err43 = {
								instancePath: instancePath + "/source/line",
								schemaPath: "#/$defs/source/properties/line/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err43];
							else vErrors.push(err43);
							errors++;
						}
					}
				}
				if (data10.column !== void 0) {
					let data13 = data10.column;
					if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
						const err44 = {
							instancePath: instancePath + "/source/column",
							schemaPath: "#/$defs/source/properties/column/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err44];
						else vErrors.push(err44);
						errors++;
					}
					if (typeof data13 == "number" && isFinite(data13)) {
						if (data13 < 1 || isNaN(data13)) {
							const err45 = {
								instancePath: instancePath + "/source/column",
								schemaPath: "#/$defs/source/properties/column/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err45];
							else vErrors.push(err45);
							errors++;
						}
					}
				}
			} else {
				const err46 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/$defs/source/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err46];
				else vErrors.push(err46);
				errors++;
			}
			var _valid2 = _errs36 === errors;
			valid7 = valid7 || _valid2;
			const _errs46 = errors;
			if (data10 !== null) {
				const err47 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/properties/source/anyOf/1/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err47];
				else vErrors.push(err47);
				errors++;
			}
			var _valid2 = _errs46 === errors;
			valid7 = valid7 || _valid2;
			if (!valid7) {
				const err48 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/properties/source/anyOf",
					keyword: "anyOf",
					params: {},
					message: "must match a schema in anyOf"
				};
				if (vErrors === null) vErrors = [err48];
				else vErrors.push(err48);
				errors++;
			} else {
				errors = _errs35;
				if (vErrors !== null) {
					if (_errs35) vErrors.length = _errs35;
					else vErrors = null;
				}
			}
		}
		if (data.cause !== void 0) {
			let data14 = data.cause;
			if (typeof data14 !== "string" && data14 !== null) {
				const err49 = {
					instancePath: instancePath + "/cause",
					schemaPath: "#/properties/cause/type",
					keyword: "type",
					params: { type: schema44.properties.cause.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err49];
				else vErrors.push(err49);
				errors++;
			}
			if (!(data14 === "files" || data14 === "drift" || data14 === null)) {
				const err50 = {
					instancePath: instancePath + "/cause",
					schemaPath: "#/properties/cause/enum",
					keyword: "enum",
					params: { allowedValues: schema44.properties.cause.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err50];
				else vErrors.push(err50);
				errors++;
			}
		}
		if (data.term !== void 0) {
			let data15 = data.term;
			if (typeof data15 !== "string" && data15 !== null) {
				const err51 = {
					instancePath: instancePath + "/term",
					schemaPath: "#/properties/term/type",
					keyword: "type",
					params: { type: schema44.properties.term.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err51];
				else vErrors.push(err51);
				errors++;
			}
			if (!(data15 === "started" || data15 === "ended" || data15 === "left" || data15 === null)) {
				const err52 = {
					instancePath: instancePath + "/term",
					schemaPath: "#/properties/term/enum",
					keyword: "enum",
					params: { allowedValues: schema44.properties.term.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err52];
				else vErrors.push(err52);
				errors++;
			}
		}
		if (data.risk !== void 0) {
			let data16 = data.risk;
			if (typeof data16 !== "string") {
				const err53 = {
					instancePath: instancePath + "/risk",
					schemaPath: "#/properties/risk/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err53];
				else vErrors.push(err53);
				errors++;
			}
			if (!(data16 === "high" || data16 === "normal")) {
				const err54 = {
					instancePath: instancePath + "/risk",
					schemaPath: "#/properties/risk/enum",
					keyword: "enum",
					params: { allowedValues: schema44.properties.risk.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err54];
				else vErrors.push(err54);
				errors++;
			}
		}
		if (data.blocked !== void 0) {
			let data17 = data.blocked;
			if (typeof data17 !== "string" && data17 !== null) {
				const err55 = {
					instancePath: instancePath + "/blocked",
					schemaPath: "#/properties/blocked/type",
					keyword: "type",
					params: { type: schema44.properties.blocked.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err55];
				else vErrors.push(err55);
				errors++;
			}
		}
		if (data.verifiable !== void 0) {
			if (false !== data.verifiable) {
				const err56 = {
					instancePath: instancePath + "/verifiable",
					schemaPath: "#/properties/verifiable/const",
					keyword: "const",
					params: { allowedValue: false },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err56];
				else vErrors.push(err56);
				errors++;
			}
		}
		if (data.takesAlong !== void 0) {
			let data19 = data.takesAlong;
			if (Array.isArray(data19)) {
				const len0 = data19.length;
				for (let i0 = 0; i0 < len0; i0++) if (typeof data19[i0] !== "string") {
					const err57 = {
						instancePath: instancePath + "/takesAlong/" + i0,
						schemaPath: "#/properties/takesAlong/items/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err57];
					else vErrors.push(err57);
					errors++;
				}
			} else {
				const err58 = {
					instancePath: instancePath + "/takesAlong",
					schemaPath: "#/properties/takesAlong/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err58];
				else vErrors.push(err58);
				errors++;
			}
		}
	} else {
		const err59 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err59];
		else vErrors.push(err59);
		errors++;
	}
	validate28.errors = vErrors;
	return errors === 0;
}
validate28.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate30.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	const _errs0 = errors;
	let valid0 = false;
	const _errs1 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.role === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/$defs/state/required",
				keyword: "required",
				params: { missingProperty: "role" },
				message: "must have required property 'role'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.status === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/$defs/state/required",
				keyword: "required",
				params: { missingProperty: "status" },
				message: "must have required property 'status'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "role" || key0 === "status")) {
			const err2 = {
				instancePath,
				schemaPath: "#/$defs/state/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.role !== void 0) {
			if (typeof data.role !== "string") {
				const err3 = {
					instancePath: instancePath + "/role",
					schemaPath: "#/$defs/state/properties/role/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.status !== void 0) {
			let data1 = data.status;
			if (typeof data1 !== "string") {
				const err4 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/$defs/state/properties/status/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
			if (!(data1 === "active" || data1 === "inactive")) {
				const err5 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/$defs/state/properties/status/enum",
					keyword: "enum",
					params: { allowedValues: schema45.properties.status.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/$defs/state/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	var _valid0 = _errs1 === errors;
	valid0 = valid0 || _valid0;
	if (_valid0) var props0 = true;
	const _errs9 = errors;
	if (data !== null) {
		const err7 = {
			instancePath,
			schemaPath: "#/anyOf/1/type",
			keyword: "type",
			params: { type: "null" },
			message: "must be null"
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	var _valid0 = _errs9 === errors;
	valid0 = valid0 || _valid0;
	if (!valid0) {
		const err8 = {
			instancePath,
			schemaPath: "#/anyOf",
			keyword: "anyOf",
			params: {},
			message: "must match a schema in anyOf"
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	} else {
		errors = _errs0;
		if (vErrors !== null) {
			if (_errs0) vErrors.length = _errs0;
			else vErrors = null;
		}
	}
	validate30.errors = vErrors;
	evaluated0.props = props0;
	return errors === 0;
}
validate30.evaluated = {
	"dynamicProps": true,
	"dynamicItems": false
};
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate32.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	const _errs0 = errors;
	let valid0 = false;
	const _errs1 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.role === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/$defs/state/required",
				keyword: "required",
				params: { missingProperty: "role" },
				message: "must have required property 'role'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.status === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/$defs/state/required",
				keyword: "required",
				params: { missingProperty: "status" },
				message: "must have required property 'status'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "role" || key0 === "status")) {
			const err2 = {
				instancePath,
				schemaPath: "#/$defs/state/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.role !== void 0) {
			if (typeof data.role !== "string") {
				const err3 = {
					instancePath: instancePath + "/role",
					schemaPath: "#/$defs/state/properties/role/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.status !== void 0) {
			let data1 = data.status;
			if (typeof data1 !== "string") {
				const err4 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/$defs/state/properties/status/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
			if (!(data1 === "active" || data1 === "inactive")) {
				const err5 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/$defs/state/properties/status/enum",
					keyword: "enum",
					params: { allowedValues: schema45.properties.status.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/$defs/state/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	var _valid0 = _errs1 === errors;
	valid0 = valid0 || _valid0;
	if (_valid0) var props0 = true;
	const _errs9 = errors;
	if (data !== null) {
		const err7 = {
			instancePath,
			schemaPath: "#/anyOf/1/type",
			keyword: "type",
			params: { type: "null" },
			message: "must be null"
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	var _valid0 = _errs9 === errors;
	valid0 = valid0 || _valid0;
	if (!valid0) {
		const err8 = {
			instancePath,
			schemaPath: "#/anyOf",
			keyword: "anyOf",
			params: {},
			message: "must match a schema in anyOf"
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	} else {
		errors = _errs0;
		if (vErrors !== null) {
			if (_errs0) vErrors.length = _errs0;
			else vErrors = null;
		}
	}
	validate32.errors = vErrors;
	evaluated0.props = props0;
	return errors === 0;
}
validate32.evaluated = {
	"dynamicProps": true,
	"dynamicItems": false
};
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate27.evaluated;
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
		if (data.now === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "now" },
				message: "must have required property 'now'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.base === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "base" },
				message: "must have required property 'base'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.narrowing === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "narrowing" },
				message: "must have required property 'narrowing'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.digest === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "digest" },
				message: "must have required property 'digest'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.summary === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "summary" },
				message: "must have required property 'summary'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.scopes === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "scopes" },
				message: "must have required property 'scopes'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.changes === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "changes" },
				message: "must have required property 'changes'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.unlisted === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "unlisted" },
				message: "must have required property 'unlisted'"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.guards === void 0) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "guards" },
				message: "must have required property 'guards'"
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.warnings === void 0) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "warnings" },
				message: "must have required property 'warnings'"
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		if (data.requests === void 0) {
			const err11 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "requests" },
				message: "must have required property 'requests'"
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		for (const key0 in data) if (!func6.call(schema43.properties, key0)) {
			const err12 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err12];
			else vErrors.push(err12);
			errors++;
		}
		if (data.formatVersion !== void 0) {
			if (1 !== data.formatVersion) {
				const err13 = {
					instancePath: instancePath + "/formatVersion",
					schemaPath: "#/properties/formatVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.now !== void 0) {
			let data1 = data.now;
			if (typeof data1 === "string") {
				if (!formats0.validate(data1)) {
					const err14 = {
						instancePath: instancePath + "/now",
						schemaPath: "#/properties/now/format",
						keyword: "format",
						params: { format: "date-time" },
						message: "must match format \"date-time\""
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
			} else {
				const err15 = {
					instancePath: instancePath + "/now",
					schemaPath: "#/properties/now/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.base !== void 0) {
			let data2 = data.base;
			if (typeof data2 !== "string" && data2 !== null) {
				const err16 = {
					instancePath: instancePath + "/base",
					schemaPath: "#/properties/base/type",
					keyword: "type",
					params: { type: schema43.properties.base.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.narrowing !== void 0) {
			let data3 = data.narrowing;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				for (const key1 in data3) if (!(key1 === "scope" || key1 === "shard" || key1 === "changedSince")) {
					const err17 = {
						instancePath: instancePath + "/narrowing",
						schemaPath: "#/properties/narrowing/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				if (data3.scope !== void 0) {
					let data4 = data3.scope;
					if (Array.isArray(data4)) {
						const len0 = data4.length;
						for (let i0 = 0; i0 < len0; i0++) if (typeof data4[i0] !== "string") {
							const err18 = {
								instancePath: instancePath + "/narrowing/scope/" + i0,
								schemaPath: "#/properties/narrowing/properties/scope/items/type",
								keyword: "type",
								params: { type: "string" },
								message: "must be string"
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
						}
					} else {
						const err19 = {
							instancePath: instancePath + "/narrowing/scope",
							schemaPath: "#/properties/narrowing/properties/scope/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err19];
						else vErrors.push(err19);
						errors++;
					}
				}
				if (data3.shard !== void 0) {
					if (typeof data3.shard !== "string") {
						const err20 = {
							instancePath: instancePath + "/narrowing/shard",
							schemaPath: "#/properties/narrowing/properties/shard/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
				if (data3.changedSince !== void 0) {
					if (typeof data3.changedSince !== "string") {
						const err21 = {
							instancePath: instancePath + "/narrowing/changedSince",
							schemaPath: "#/properties/narrowing/properties/changedSince/type",
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
					instancePath: instancePath + "/narrowing",
					schemaPath: "#/properties/narrowing/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.digest !== void 0) {
			let data8 = data.digest;
			if (typeof data8 === "string") {
				if (!pattern21.test(data8)) {
					const err23 = {
						instancePath: instancePath + "/digest",
						schemaPath: "#/properties/digest/pattern",
						keyword: "pattern",
						params: { pattern: "^sha256:[0-9a-f]{64}$" },
						message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
			} else {
				const err24 = {
					instancePath: instancePath + "/digest",
					schemaPath: "#/properties/digest/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
		if (data.summary !== void 0) {
			let data9 = data.summary;
			if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
				if (data9.grant === void 0) {
					const err25 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "grant" },
						message: "must have required property 'grant'"
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
				if (data9.change === void 0) {
					const err26 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "change" },
						message: "must have required property 'change'"
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
				if (data9.revoke === void 0) {
					const err27 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "revoke" },
						message: "must have required property 'revoke'"
					};
					if (vErrors === null) vErrors = [err27];
					else vErrors.push(err27);
					errors++;
				}
				if (data9.blocked === void 0) {
					const err28 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "blocked" },
						message: "must have required property 'blocked'"
					};
					if (vErrors === null) vErrors = [err28];
					else vErrors.push(err28);
					errors++;
				}
				if (data9.unlisted === void 0) {
					const err29 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "unlisted" },
						message: "must have required property 'unlisted'"
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
				if (data9.unchanged === void 0) {
					const err30 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "unchanged" },
						message: "must have required property 'unchanged'"
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
				for (const key2 in data9) if (!(key2 === "grant" || key2 === "change" || key2 === "revoke" || key2 === "blocked" || key2 === "unlisted" || key2 === "unchanged" || key2 === "unverifiable")) {
					const err31 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
				if (data9.grant !== void 0) {
					let data10 = data9.grant;
					if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
						const err32 = {
							instancePath: instancePath + "/summary/grant",
							schemaPath: "#/properties/summary/properties/grant/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err32];
						else vErrors.push(err32);
						errors++;
					}
					if (typeof data10 == "number" && isFinite(data10)) {
						if (data10 < 0 || isNaN(data10)) {
							const err33 = {
								instancePath: instancePath + "/summary/grant",
								schemaPath: "#/properties/summary/properties/grant/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err33];
							else vErrors.push(err33);
							errors++;
						}
					}
				}
				if (data9.change !== void 0) {
					let data11 = data9.change;
					if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
						const err34 = {
							instancePath: instancePath + "/summary/change",
							schemaPath: "#/properties/summary/properties/change/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err34];
						else vErrors.push(err34);
						errors++;
					}
					if (typeof data11 == "number" && isFinite(data11)) {
						if (data11 < 0 || isNaN(data11)) {
							const err35 = {
								instancePath: instancePath + "/summary/change",
								schemaPath: "#/properties/summary/properties/change/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err35];
							else vErrors.push(err35);
							errors++;
						}
					}
				}
				if (data9.revoke !== void 0) {
					let data12 = data9.revoke;
					if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
						const err36 = {
							instancePath: instancePath + "/summary/revoke",
							schemaPath: "#/properties/summary/properties/revoke/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err36];
						else vErrors.push(err36);
						errors++;
					}
					if (typeof data12 == "number" && isFinite(data12)) {
						if (data12 < 0 || isNaN(data12)) {
							const err37 = {
								instancePath: instancePath + "/summary/revoke",
								schemaPath: "#/properties/summary/properties/revoke/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
					}
				}
				if (data9.blocked !== void 0) {
					let data13 = data9.blocked;
					if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
						const err38 = {
							instancePath: instancePath + "/summary/blocked",
							schemaPath: "#/properties/summary/properties/blocked/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err38];
						else vErrors.push(err38);
						errors++;
					}
					if (typeof data13 == "number" && isFinite(data13)) {
						if (data13 < 0 || isNaN(data13)) {
							const err39 = {
								instancePath: instancePath + "/summary/blocked",
								schemaPath: "#/properties/summary/properties/blocked/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err39];
							else vErrors.push(err39);
							errors++;
						}
					}
				}
				if (data9.unlisted !== void 0) {
					let data14 = data9.unlisted;
					if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
						const err40 = {
							instancePath: instancePath + "/summary/unlisted",
							schemaPath: "#/properties/summary/properties/unlisted/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err40];
						else vErrors.push(err40);
						errors++;
					}
					if (typeof data14 == "number" && isFinite(data14)) {
						if (data14 < 0 || isNaN(data14)) {
							const err41 = {
								instancePath: instancePath + "/summary/unlisted",
								schemaPath: "#/properties/summary/properties/unlisted/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err41];
							else vErrors.push(err41);
							errors++;
						}
					}
				}
				if (data9.unchanged !== void 0) {
					let data15 = data9.unchanged;
					if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
						const err42 = {
							instancePath: instancePath + "/summary/unchanged",
							schemaPath: "#/properties/summary/properties/unchanged/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err42];
						else vErrors.push(err42);
						errors++;
					}
					if (typeof data15 == "number" && isFinite(data15)) {
						if (data15 < 0 || isNaN(data15)) {
							const err43 = {
								instancePath: instancePath + "/summary/unchanged",
								schemaPath: "#/properties/summary/properties/unchanged/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err43];
							else vErrors.push(err43);
							errors++;
						}
					}
				}
				if (data9.unverifiable !== void 0) {
					let data16 = data9.unverifiable;
					if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
						const err44 = {
							instancePath: instancePath + "/summary/unverifiable",
							schemaPath: "#/properties/summary/properties/unverifiable/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err44];
						else vErrors.push(err44);
						errors++;
					}
					if (typeof data16 == "number" && isFinite(data16)) {
						if (data16 < 0 || isNaN(data16)) {
							const err45 = {
								instancePath: instancePath + "/summary/unverifiable",
								schemaPath: "#/properties/summary/properties/unverifiable/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err45];
							else vErrors.push(err45);
							errors++;
						}
					}
				}
			} else {
				const err46 = {
					instancePath: instancePath + "/summary",
					schemaPath: "#/properties/summary/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err46];
				else vErrors.push(err46);
				errors++;
			}
		}
		if (data.scopes !== void 0) {
			let data17 = data.scopes;
			if (Array.isArray(data17)) {
				const len1 = data17.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data18 = data17[i1];
					if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
						if (data18.scope === void 0) {
							const err47 = {
								instancePath: instancePath + "/scopes/" + i1,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err47];
							else vErrors.push(err47);
							errors++;
						}
						if (data18.name === void 0) {
							const err48 = {
								instancePath: instancePath + "/scopes/" + i1,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "name" },
								message: "must have required property 'name'"
							};
							if (vErrors === null) vErrors = [err48];
							else vErrors.push(err48);
							errors++;
						}
						if (data18.prune === void 0) {
							const err49 = {
								instancePath: instancePath + "/scopes/" + i1,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "prune" },
								message: "must have required property 'prune'"
							};
							if (vErrors === null) vErrors = [err49];
							else vErrors.push(err49);
							errors++;
						}
						if (data18.complete === void 0) {
							const err50 = {
								instancePath: instancePath + "/scopes/" + i1,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "complete" },
								message: "must have required property 'complete'"
							};
							if (vErrors === null) vErrors = [err50];
							else vErrors.push(err50);
							errors++;
						}
						if (data18.live === void 0) {
							const err51 = {
								instancePath: instancePath + "/scopes/" + i1,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "live" },
								message: "must have required property 'live'"
							};
							if (vErrors === null) vErrors = [err51];
							else vErrors.push(err51);
							errors++;
						}
						if (data18.desired === void 0) {
							const err52 = {
								instancePath: instancePath + "/scopes/" + i1,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "desired" },
								message: "must have required property 'desired'"
							};
							if (vErrors === null) vErrors = [err52];
							else vErrors.push(err52);
							errors++;
						}
						for (const key3 in data18) if (!(key3 === "scope" || key3 === "name" || key3 === "prune" || key3 === "complete" || key3 === "live" || key3 === "desired" || key3 === "diff")) {
							const err53 = {
								instancePath: instancePath + "/scopes/" + i1,
								schemaPath: "#/properties/scopes/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err53];
							else vErrors.push(err53);
							errors++;
						}
						if (data18.scope !== void 0) {
							let data19 = data18.scope;
							if (typeof data19 === "string") {
								if (!pattern22.test(data19)) {
									const err54 = {
										instancePath: instancePath + "/scopes/" + i1 + "/scope",
										schemaPath: "#/properties/scopes/items/properties/scope/pattern",
										keyword: "pattern",
										params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
										message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
									};
									if (vErrors === null) vErrors = [err54];
									else vErrors.push(err54);
									errors++;
								}
							} else {
								const err55 = {
									instancePath: instancePath + "/scopes/" + i1 + "/scope",
									schemaPath: "#/properties/scopes/items/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err55];
								else vErrors.push(err55);
								errors++;
							}
						}
						if (data18.name !== void 0) {
							let data20 = data18.name;
							if (typeof data20 !== "string" && data20 !== null) {
								const err56 = {
									instancePath: instancePath + "/scopes/" + i1 + "/name",
									schemaPath: "#/properties/scopes/items/properties/name/type",
									keyword: "type",
									params: { type: schema43.properties.scopes.items.properties.name.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err56];
								else vErrors.push(err56);
								errors++;
							}
						}
						if (data18.prune !== void 0) {
							let data21 = data18.prune;
							if (!(data21 === true || data21 === false || data21 === "listed")) {
								const err57 = {
									instancePath: instancePath + "/scopes/" + i1 + "/prune",
									schemaPath: "#/properties/scopes/items/properties/prune/enum",
									keyword: "enum",
									params: { allowedValues: schema43.properties.scopes.items.properties.prune.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err57];
								else vErrors.push(err57);
								errors++;
							}
						}
						if (data18.complete !== void 0) {
							if (typeof data18.complete !== "boolean") {
								const err58 = {
									instancePath: instancePath + "/scopes/" + i1 + "/complete",
									schemaPath: "#/properties/scopes/items/properties/complete/type",
									keyword: "type",
									params: { type: "boolean" },
									message: "must be boolean"
								};
								if (vErrors === null) vErrors = [err58];
								else vErrors.push(err58);
								errors++;
							}
						}
						if (data18.live !== void 0) {
							let data23 = data18.live;
							if (!(typeof data23 == "number" && !(data23 % 1) && !isNaN(data23) && isFinite(data23))) {
								const err59 = {
									instancePath: instancePath + "/scopes/" + i1 + "/live",
									schemaPath: "#/properties/scopes/items/properties/live/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err59];
								else vErrors.push(err59);
								errors++;
							}
							if (typeof data23 == "number" && isFinite(data23)) {
								if (data23 < 0 || isNaN(data23)) {
									const err60 = {
										instancePath: instancePath + "/scopes/" + i1 + "/live",
										schemaPath: "#/properties/scopes/items/properties/live/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err60];
									else vErrors.push(err60);
									errors++;
								}
							}
						}
						if (data18.desired !== void 0) {
							let data24 = data18.desired;
							if (!(typeof data24 == "number" && !(data24 % 1) && !isNaN(data24) && isFinite(data24))) {
								const err61 = {
									instancePath: instancePath + "/scopes/" + i1 + "/desired",
									schemaPath: "#/properties/scopes/items/properties/desired/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err61];
								else vErrors.push(err61);
								errors++;
							}
							if (typeof data24 == "number" && isFinite(data24)) {
								if (data24 < 0 || isNaN(data24)) {
									const err62 = {
										instancePath: instancePath + "/scopes/" + i1 + "/desired",
										schemaPath: "#/properties/scopes/items/properties/desired/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err62];
									else vErrors.push(err62);
									errors++;
								}
							}
						}
						if (data18.diff !== void 0) {
							if (typeof data18.diff !== "string") {
								const err63 = {
									instancePath: instancePath + "/scopes/" + i1 + "/diff",
									schemaPath: "#/properties/scopes/items/properties/diff/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err63];
								else vErrors.push(err63);
								errors++;
							}
						}
					} else {
						const err64 = {
							instancePath: instancePath + "/scopes/" + i1,
							schemaPath: "#/properties/scopes/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err64];
						else vErrors.push(err64);
						errors++;
					}
				}
			} else {
				const err65 = {
					instancePath: instancePath + "/scopes",
					schemaPath: "#/properties/scopes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err65];
				else vErrors.push(err65);
				errors++;
			}
		}
		if (data.changes !== void 0) {
			let data26 = data.changes;
			if (Array.isArray(data26)) {
				const len2 = data26.length;
				for (let i2 = 0; i2 < len2; i2++) if (!validate28(data26[i2], {
					instancePath: instancePath + "/changes/" + i2,
					parentData: data26,
					parentDataProperty: i2,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate28.errors : appended(vErrors, validate28.errors);
					errors = vErrors.length;
				}
			} else {
				const err66 = {
					instancePath: instancePath + "/changes",
					schemaPath: "#/properties/changes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err66];
				else vErrors.push(err66);
				errors++;
			}
		}
		if (data.unlisted !== void 0) {
			let data28 = data.unlisted;
			if (Array.isArray(data28)) {
				const len3 = data28.length;
				for (let i3 = 0; i3 < len3; i3++) {
					let data29 = data28[i3];
					if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
						if (data29.scope === void 0) {
							const err67 = {
								instancePath: instancePath + "/unlisted/" + i3,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err67];
							else vErrors.push(err67);
							errors++;
						}
						if (data29.principal === void 0) {
							const err68 = {
								instancePath: instancePath + "/unlisted/" + i3,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "principal" },
								message: "must have required property 'principal'"
							};
							if (vErrors === null) vErrors = [err68];
							else vErrors.push(err68);
							errors++;
						}
						if (data29.label === void 0) {
							const err69 = {
								instancePath: instancePath + "/unlisted/" + i3,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "label" },
								message: "must have required property 'label'"
							};
							if (vErrors === null) vErrors = [err69];
							else vErrors.push(err69);
							errors++;
						}
						if (data29.role === void 0) {
							const err70 = {
								instancePath: instancePath + "/unlisted/" + i3,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "role" },
								message: "must have required property 'role'"
							};
							if (vErrors === null) vErrors = [err70];
							else vErrors.push(err70);
							errors++;
						}
						if (data29.status === void 0) {
							const err71 = {
								instancePath: instancePath + "/unlisted/" + i3,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "status" },
								message: "must have required property 'status'"
							};
							if (vErrors === null) vErrors = [err71];
							else vErrors.push(err71);
							errors++;
						}
						for (const key4 in data29) if (!(key4 === "scope" || key4 === "principal" || key4 === "label" || key4 === "role" || key4 === "status" || key4 === "risk" || key4 === "removed" || key4 === "reason")) {
							const err72 = {
								instancePath: instancePath + "/unlisted/" + i3,
								schemaPath: "#/properties/unlisted/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key4 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err72];
							else vErrors.push(err72);
							errors++;
						}
						if (data29.scope !== void 0) {
							let data30 = data29.scope;
							if (typeof data30 === "string") {
								if (!pattern22.test(data30)) {
									const err73 = {
										instancePath: instancePath + "/unlisted/" + i3 + "/scope",
										schemaPath: "#/properties/unlisted/items/properties/scope/pattern",
										keyword: "pattern",
										params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
										message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
									};
									if (vErrors === null) vErrors = [err73];
									else vErrors.push(err73);
									errors++;
								}
							} else {
								const err74 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/scope",
									schemaPath: "#/properties/unlisted/items/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err74];
								else vErrors.push(err74);
								errors++;
							}
						}
						if (data29.principal !== void 0) {
							let data31 = data29.principal;
							if (typeof data31 === "string") {
								if (!pattern24.test(data31)) {
									const err75 = {
										instancePath: instancePath + "/unlisted/" + i3 + "/principal",
										schemaPath: "#/properties/unlisted/items/properties/principal/pattern",
										keyword: "pattern",
										params: { pattern: "^(user|group):.+$" },
										message: "must match pattern \"^(user|group):.+$\""
									};
									if (vErrors === null) vErrors = [err75];
									else vErrors.push(err75);
									errors++;
								}
							} else {
								const err76 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/principal",
									schemaPath: "#/properties/unlisted/items/properties/principal/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err76];
								else vErrors.push(err76);
								errors++;
							}
						}
						if (data29.label !== void 0) {
							if (typeof data29.label !== "string") {
								const err77 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/label",
									schemaPath: "#/properties/unlisted/items/properties/label/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err77];
								else vErrors.push(err77);
								errors++;
							}
						}
						if (data29.role !== void 0) {
							if (typeof data29.role !== "string") {
								const err78 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/role",
									schemaPath: "#/properties/unlisted/items/properties/role/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err78];
								else vErrors.push(err78);
								errors++;
							}
						}
						if (data29.status !== void 0) {
							let data34 = data29.status;
							if (typeof data34 !== "string") {
								const err79 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/status",
									schemaPath: "#/properties/unlisted/items/properties/status/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err79];
								else vErrors.push(err79);
								errors++;
							}
							if (!(data34 === "active" || data34 === "inactive")) {
								const err80 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/status",
									schemaPath: "#/properties/unlisted/items/properties/status/enum",
									keyword: "enum",
									params: { allowedValues: schema43.properties.unlisted.items.properties.status.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err80];
								else vErrors.push(err80);
								errors++;
							}
						}
						if (data29.risk !== void 0) {
							if ("high" !== data29.risk) {
								const err81 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/risk",
									schemaPath: "#/properties/unlisted/items/properties/risk/const",
									keyword: "const",
									params: { allowedValue: "high" },
									message: "must be equal to constant"
								};
								if (vErrors === null) vErrors = [err81];
								else vErrors.push(err81);
								errors++;
							}
						}
						if (data29.removed !== void 0) {
							if (true !== data29.removed) {
								const err82 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/removed",
									schemaPath: "#/properties/unlisted/items/properties/removed/const",
									keyword: "const",
									params: { allowedValue: true },
									message: "must be equal to constant"
								};
								if (vErrors === null) vErrors = [err82];
								else vErrors.push(err82);
								errors++;
							}
						}
						if (data29.reason !== void 0) {
							if (typeof data29.reason !== "string") {
								const err83 = {
									instancePath: instancePath + "/unlisted/" + i3 + "/reason",
									schemaPath: "#/properties/unlisted/items/properties/reason/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err83];
								else vErrors.push(err83);
								errors++;
							}
						}
					} else {
						const err84 = {
							instancePath: instancePath + "/unlisted/" + i3,
							schemaPath: "#/properties/unlisted/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err84];
						else vErrors.push(err84);
						errors++;
					}
				}
			} else {
				const err85 = {
					instancePath: instancePath + "/unlisted",
					schemaPath: "#/properties/unlisted/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err85];
				else vErrors.push(err85);
				errors++;
			}
		}
		if (data.guards !== void 0) {
			let data38 = data.guards;
			if (Array.isArray(data38)) {
				const len4 = data38.length;
				for (let i4 = 0; i4 < len4; i4++) {
					let data39 = data38[i4];
					if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
						if (data39.guard === void 0) {
							const err86 = {
								instancePath: instancePath + "/guards/" + i4,
								schemaPath: "#/$defs/guard/required",
								keyword: "required",
								params: { missingProperty: "guard" },
								message: "must have required property 'guard'"
							};
							if (vErrors === null) vErrors = [err86];
							else vErrors.push(err86);
							errors++;
						}
						if (data39.scope === void 0) {
							const err87 = {
								instancePath: instancePath + "/guards/" + i4,
								schemaPath: "#/$defs/guard/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err87];
							else vErrors.push(err87);
							errors++;
						}
						if (data39.message === void 0) {
							const err88 = {
								instancePath: instancePath + "/guards/" + i4,
								schemaPath: "#/$defs/guard/required",
								keyword: "required",
								params: { missingProperty: "message" },
								message: "must have required property 'message'"
							};
							if (vErrors === null) vErrors = [err88];
							else vErrors.push(err88);
							errors++;
						}
						for (const key5 in data39) if (!(key5 === "guard" || key5 === "scope" || key5 === "message")) {
							const err89 = {
								instancePath: instancePath + "/guards/" + i4,
								schemaPath: "#/$defs/guard/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key5 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err89];
							else vErrors.push(err89);
							errors++;
						}
						if (data39.guard !== void 0) {
							if (typeof data39.guard !== "string") {
								const err90 = {
									instancePath: instancePath + "/guards/" + i4 + "/guard",
									schemaPath: "#/$defs/guard/properties/guard/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err90];
								else vErrors.push(err90);
								errors++;
							}
						}
						if (data39.scope !== void 0) {
							let data41 = data39.scope;
							if (typeof data41 !== "string" && data41 !== null) {
								const err91 = {
									instancePath: instancePath + "/guards/" + i4 + "/scope",
									schemaPath: "#/$defs/guard/properties/scope/type",
									keyword: "type",
									params: { type: schema48.properties.scope.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err91];
								else vErrors.push(err91);
								errors++;
							}
							if (typeof data41 === "string") {
								if (!pattern22.test(data41)) {
									const err92 = {
										instancePath: instancePath + "/guards/" + i4 + "/scope",
										schemaPath: "#/$defs/guard/properties/scope/pattern",
										keyword: "pattern",
										params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
										message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
									};
									if (vErrors === null) vErrors = [err92];
									else vErrors.push(err92);
									errors++;
								}
							}
						}
						if (data39.message !== void 0) {
							if (typeof data39.message !== "string") {
								const err93 = {
									instancePath: instancePath + "/guards/" + i4 + "/message",
									schemaPath: "#/$defs/guard/properties/message/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err93];
								else vErrors.push(err93);
								errors++;
							}
						}
					} else {
						const err94 = {
							instancePath: instancePath + "/guards/" + i4,
							schemaPath: "#/$defs/guard/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err94];
						else vErrors.push(err94);
						errors++;
					}
				}
			} else {
				const err95 = {
					instancePath: instancePath + "/guards",
					schemaPath: "#/properties/guards/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err95];
				else vErrors.push(err95);
				errors++;
			}
		}
		if (data.warnings !== void 0) {
			let data43 = data.warnings;
			if (Array.isArray(data43)) {
				const len5 = data43.length;
				for (let i5 = 0; i5 < len5; i5++) {
					let data44 = data43[i5];
					if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
						if (data44.code === void 0) {
							const err96 = {
								instancePath: instancePath + "/warnings/" + i5,
								schemaPath: "#/properties/warnings/items/required",
								keyword: "required",
								params: { missingProperty: "code" },
								message: "must have required property 'code'"
							};
							if (vErrors === null) vErrors = [err96];
							else vErrors.push(err96);
							errors++;
						}
						if (data44.message === void 0) {
							const err97 = {
								instancePath: instancePath + "/warnings/" + i5,
								schemaPath: "#/properties/warnings/items/required",
								keyword: "required",
								params: { missingProperty: "message" },
								message: "must have required property 'message'"
							};
							if (vErrors === null) vErrors = [err97];
							else vErrors.push(err97);
							errors++;
						}
						if (data44.source === void 0) {
							const err98 = {
								instancePath: instancePath + "/warnings/" + i5,
								schemaPath: "#/properties/warnings/items/required",
								keyword: "required",
								params: { missingProperty: "source" },
								message: "must have required property 'source'"
							};
							if (vErrors === null) vErrors = [err98];
							else vErrors.push(err98);
							errors++;
						}
						for (const key6 in data44) if (!(key6 === "code" || key6 === "message" || key6 === "source" || key6 === "scopes")) {
							const err99 = {
								instancePath: instancePath + "/warnings/" + i5,
								schemaPath: "#/properties/warnings/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key6 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err99];
							else vErrors.push(err99);
							errors++;
						}
						if (data44.code !== void 0) {
							if (typeof data44.code !== "string") {
								const err100 = {
									instancePath: instancePath + "/warnings/" + i5 + "/code",
									schemaPath: "#/properties/warnings/items/properties/code/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err100];
								else vErrors.push(err100);
								errors++;
							}
						}
						if (data44.message !== void 0) {
							if (typeof data44.message !== "string") {
								const err101 = {
									instancePath: instancePath + "/warnings/" + i5 + "/message",
									schemaPath: "#/properties/warnings/items/properties/message/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err101];
								else vErrors.push(err101);
								errors++;
							}
						}
						if (data44.source !== void 0) {
							let data47 = data44.source;
							const _errs99 = errors;
							let valid20 = false;
							const _errs100 = errors;
							if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
								if (data47.file === void 0) {
									const err102 = {
										instancePath: instancePath + "/warnings/" + i5 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "file" },
										message: "must have required property 'file'"
									};
									if (vErrors === null) vErrors = [err102];
									else vErrors.push(err102);
									errors++;
								}
								if (data47.line === void 0) {
									const err103 = {
										instancePath: instancePath + "/warnings/" + i5 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "line" },
										message: "must have required property 'line'"
									};
									if (vErrors === null) vErrors = [err103];
									else vErrors.push(err103);
									errors++;
								}
								if (data47.column === void 0) {
									const err104 = {
										instancePath: instancePath + "/warnings/" + i5 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "column" },
										message: "must have required property 'column'"
									};
									if (vErrors === null) vErrors = [err104];
									else vErrors.push(err104);
									errors++;
								}
								for (const key7 in data47) if (!(key7 === "file" || key7 === "line" || key7 === "column")) {
									const err105 = {
										instancePath: instancePath + "/warnings/" + i5 + "/source",
										schemaPath: "#/$defs/source/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key7 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err105];
									else vErrors.push(err105);
									errors++;
								}
								if (data47.file !== void 0) {
									if (typeof data47.file !== "string") {
										const err106 = {
											instancePath: instancePath + "/warnings/" + i5 + "/source/file",
											schemaPath: "#/$defs/source/properties/file/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err106];
										else vErrors.push(err106);
										errors++;
									}
								}
								if (data47.line !== void 0) {
									let data49 = data47.line;
									if (!(typeof data49 == "number" && !(data49 % 1) && !isNaN(data49) && isFinite(data49))) {
										const err107 = {
											instancePath: instancePath + "/warnings/" + i5 + "/source/line",
											schemaPath: "#/$defs/source/properties/line/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err107];
										else vErrors.push(err107);
										errors++;
									}
									if (typeof data49 == "number" && isFinite(data49)) {
										if (data49 < 1 || isNaN(data49)) {
											const err108 = {
												instancePath: instancePath + "/warnings/" + i5 + "/source/line",
												schemaPath: "#/$defs/source/properties/line/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err108];
											else vErrors.push(err108);
											errors++;
										}
									}
								}
								if (data47.column !== void 0) {
									let data50 = data47.column;
									if (!(typeof data50 == "number" && !(data50 % 1) && !isNaN(data50) && isFinite(data50))) {
										const err109 = {
											instancePath: instancePath + "/warnings/" + i5 + "/source/column",
											schemaPath: "#/$defs/source/properties/column/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err109];
										else vErrors.push(err109);
										errors++;
									}
									if (typeof data50 == "number" && isFinite(data50)) {
										if (data50 < 1 || isNaN(data50)) {
											const err110 = {
												instancePath: instancePath + "/warnings/" + i5 + "/source/column",
												schemaPath: "#/$defs/source/properties/column/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err110];
											else vErrors.push(err110);
											errors++;
										}
									}
								}
							} else {
								const err111 = {
									instancePath: instancePath + "/warnings/" + i5 + "/source",
									schemaPath: "#/$defs/source/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err111];
								else vErrors.push(err111);
								errors++;
							}
							var _valid0 = _errs100 === errors;
							valid20 = valid20 || _valid0;
							const _errs110 = errors;
							if (data47 !== null) {
								const err112 = {
									instancePath: instancePath + "/warnings/" + i5 + "/source",
									schemaPath: "#/properties/warnings/items/properties/source/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err112];
								else vErrors.push(err112);
								errors++;
							}
							var _valid0 = _errs110 === errors;
							valid20 = valid20 || _valid0;
							if (!valid20) {
								const err113 = {
									instancePath: instancePath + "/warnings/" + i5 + "/source",
									schemaPath: "#/properties/warnings/items/properties/source/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err113];
								else vErrors.push(err113);
								errors++;
							} else {
								errors = _errs99;
								if (vErrors !== null) {
									if (_errs99) vErrors.length = _errs99;
									else vErrors = null;
								}
							}
						}
						if (data44.scopes !== void 0) {
							let data51 = data44.scopes;
							if (Array.isArray(data51)) {
								const len6 = data51.length;
								for (let i6 = 0; i6 < len6; i6++) if (typeof data51[i6] !== "string") {
									const err114 = {
										instancePath: instancePath + "/warnings/" + i5 + "/scopes/" + i6,
										schemaPath: "#/properties/warnings/items/properties/scopes/items/type",
										keyword: "type",
										params: { type: "string" },
										message: "must be string"
									};
									if (vErrors === null) vErrors = [err114];
									else vErrors.push(err114);
									errors++;
								}
							} else {
								const err115 = {
									instancePath: instancePath + "/warnings/" + i5 + "/scopes",
									schemaPath: "#/properties/warnings/items/properties/scopes/type",
									keyword: "type",
									params: { type: "array" },
									message: "must be array"
								};
								if (vErrors === null) vErrors = [err115];
								else vErrors.push(err115);
								errors++;
							}
						}
					} else {
						const err116 = {
							instancePath: instancePath + "/warnings/" + i5,
							schemaPath: "#/properties/warnings/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err116];
						else vErrors.push(err116);
						errors++;
					}
				}
			} else {
				const err117 = {
					instancePath: instancePath + "/warnings",
					schemaPath: "#/properties/warnings/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err117];
				else vErrors.push(err117);
				errors++;
			}
		}
		if (data.requests !== void 0) {
			let data53 = data.requests;
			if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
				if (data53.made === void 0) {
					const err118 = {
						instancePath: instancePath + "/requests",
						schemaPath: "#/properties/requests/required",
						keyword: "required",
						params: { missingProperty: "made" },
						message: "must have required property 'made'"
					};
					if (vErrors === null) vErrors = [err118];
					else vErrors.push(err118);
					errors++;
				}
				if (data53.toApply === void 0) {
					const err119 = {
						instancePath: instancePath + "/requests",
						schemaPath: "#/properties/requests/required",
						keyword: "required",
						params: { missingProperty: "toApply" },
						message: "must have required property 'toApply'"
					};
					if (vErrors === null) vErrors = [err119];
					else vErrors.push(err119);
					errors++;
				}
				if (data53.estimatedSeconds === void 0) {
					const err120 = {
						instancePath: instancePath + "/requests",
						schemaPath: "#/properties/requests/required",
						keyword: "required",
						params: { missingProperty: "estimatedSeconds" },
						message: "must have required property 'estimatedSeconds'"
					};
					if (vErrors === null) vErrors = [err120];
					else vErrors.push(err120);
					errors++;
				}
				for (const key8 in data53) if (!(key8 === "made" || key8 === "toApply" || key8 === "estimatedSeconds")) {
					const err121 = {
						instancePath: instancePath + "/requests",
						schemaPath: "#/properties/requests/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key8 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err121];
					else vErrors.push(err121);
					errors++;
				}
				if (data53.made !== void 0) {
					let data54 = data53.made;
					if (!(typeof data54 == "number" && !(data54 % 1) && !isNaN(data54) && isFinite(data54))) {
						const err122 = {
							instancePath: instancePath + "/requests/made",
							schemaPath: "#/properties/requests/properties/made/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err122];
						else vErrors.push(err122);
						errors++;
					}
					if (typeof data54 == "number" && isFinite(data54)) {
						if (data54 < 0 || isNaN(data54)) {
							const err123 = {
								instancePath: instancePath + "/requests/made",
								schemaPath: "#/properties/requests/properties/made/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err123];
							else vErrors.push(err123);
							errors++;
						}
					}
				}
				if (data53.toApply !== void 0) {
					let data55 = data53.toApply;
					if (!(typeof data55 == "number" && !(data55 % 1) && !isNaN(data55) && isFinite(data55))) {
						const err124 = {
							instancePath: instancePath + "/requests/toApply",
							schemaPath: "#/properties/requests/properties/toApply/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err124];
						else vErrors.push(err124);
						errors++;
					}
					if (typeof data55 == "number" && isFinite(data55)) {
						if (data55 < 0 || isNaN(data55)) {
							const err125 = {
								instancePath: instancePath + "/requests/toApply",
								schemaPath: "#/properties/requests/properties/toApply/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err125];
							else vErrors.push(err125);
							errors++;
						}
					}
				}
				if (data53.estimatedSeconds !== void 0) {
					let data56 = data53.estimatedSeconds;
					if (typeof data56 == "number" && isFinite(data56)) {
						if (data56 < 0 || isNaN(data56)) {
							const err126 = {
								instancePath: instancePath + "/requests/estimatedSeconds",
								schemaPath: "#/properties/requests/properties/estimatedSeconds/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err126];
							else vErrors.push(err126);
							errors++;
						}
					} else {
						const err127 = {
							instancePath: instancePath + "/requests/estimatedSeconds",
							schemaPath: "#/properties/requests/properties/estimatedSeconds/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err127];
						else vErrors.push(err127);
						errors++;
					}
				}
			} else {
				const err128 = {
					instancePath: instancePath + "/requests",
					schemaPath: "#/properties/requests/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err128];
				else vErrors.push(err128);
				errors++;
			}
		}
		if (data.later !== void 0) {
			let data57 = data.later;
			if (Array.isArray(data57)) {
				const len7 = data57.length;
				for (let i7 = 0; i7 < len7; i7++) {
					let data58 = data57[i7];
					if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
						if (data58.at === void 0) {
							const err129 = {
								instancePath: instancePath + "/later/" + i7,
								schemaPath: "#/properties/later/items/required",
								keyword: "required",
								params: { missingProperty: "at" },
								message: "must have required property 'at'"
							};
							if (vErrors === null) vErrors = [err129];
							else vErrors.push(err129);
							errors++;
						}
						if (data58.scope === void 0) {
							const err130 = {
								instancePath: instancePath + "/later/" + i7,
								schemaPath: "#/properties/later/items/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err130];
							else vErrors.push(err130);
							errors++;
						}
						if (data58.principal === void 0) {
							const err131 = {
								instancePath: instancePath + "/later/" + i7,
								schemaPath: "#/properties/later/items/required",
								keyword: "required",
								params: { missingProperty: "principal" },
								message: "must have required property 'principal'"
							};
							if (vErrors === null) vErrors = [err131];
							else vErrors.push(err131);
							errors++;
						}
						if (data58.label === void 0) {
							const err132 = {
								instancePath: instancePath + "/later/" + i7,
								schemaPath: "#/properties/later/items/required",
								keyword: "required",
								params: { missingProperty: "label" },
								message: "must have required property 'label'"
							};
							if (vErrors === null) vErrors = [err132];
							else vErrors.push(err132);
							errors++;
						}
						if (data58.from === void 0) {
							const err133 = {
								instancePath: instancePath + "/later/" + i7,
								schemaPath: "#/properties/later/items/required",
								keyword: "required",
								params: { missingProperty: "from" },
								message: "must have required property 'from'"
							};
							if (vErrors === null) vErrors = [err133];
							else vErrors.push(err133);
							errors++;
						}
						if (data58.to === void 0) {
							const err134 = {
								instancePath: instancePath + "/later/" + i7,
								schemaPath: "#/properties/later/items/required",
								keyword: "required",
								params: { missingProperty: "to" },
								message: "must have required property 'to'"
							};
							if (vErrors === null) vErrors = [err134];
							else vErrors.push(err134);
							errors++;
						}
						if (data58.risk === void 0) {
							const err135 = {
								instancePath: instancePath + "/later/" + i7,
								schemaPath: "#/properties/later/items/required",
								keyword: "required",
								params: { missingProperty: "risk" },
								message: "must have required property 'risk'"
							};
							if (vErrors === null) vErrors = [err135];
							else vErrors.push(err135);
							errors++;
						}
						for (const key9 in data58) if (!(key9 === "at" || key9 === "scope" || key9 === "principal" || key9 === "label" || key9 === "from" || key9 === "to" || key9 === "risk")) {
							const err136 = {
								instancePath: instancePath + "/later/" + i7,
								schemaPath: "#/properties/later/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key9 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err136];
							else vErrors.push(err136);
							errors++;
						}
						if (data58.at !== void 0) {
							let data59 = data58.at;
							if (typeof data59 === "string") {
								if (!formats0.validate(data59)) {
									const err137 = {
										instancePath: instancePath + "/later/" + i7 + "/at",
										schemaPath: "#/properties/later/items/properties/at/format",
										keyword: "format",
										params: { format: "date-time" },
										message: "must match format \"date-time\""
									};
									if (vErrors === null) vErrors = [err137];
									else vErrors.push(err137);
									errors++;
								}
							} else {
								const err138 = {
									instancePath: instancePath + "/later/" + i7 + "/at",
									schemaPath: "#/properties/later/items/properties/at/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err138];
								else vErrors.push(err138);
								errors++;
							}
						}
						if (data58.scope !== void 0) {
							let data60 = data58.scope;
							if (typeof data60 === "string") {
								if (!pattern22.test(data60)) {
									const err139 = {
										instancePath: instancePath + "/later/" + i7 + "/scope",
										schemaPath: "#/$defs/change/properties/scope/pattern",
										keyword: "pattern",
										params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
										message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
									};
									if (vErrors === null) vErrors = [err139];
									else vErrors.push(err139);
									errors++;
								}
							} else {
								const err140 = {
									instancePath: instancePath + "/later/" + i7 + "/scope",
									schemaPath: "#/$defs/change/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err140];
								else vErrors.push(err140);
								errors++;
							}
						}
						if (data58.principal !== void 0) {
							let data61 = data58.principal;
							if (typeof data61 === "string") {
								if (!pattern24.test(data61)) {
									const err141 = {
										instancePath: instancePath + "/later/" + i7 + "/principal",
										schemaPath: "#/$defs/change/properties/principal/pattern",
										keyword: "pattern",
										params: { pattern: "^(user|group):.+$" },
										message: "must match pattern \"^(user|group):.+$\""
									};
									if (vErrors === null) vErrors = [err141];
									else vErrors.push(err141);
									errors++;
								}
							} else {
								const err142 = {
									instancePath: instancePath + "/later/" + i7 + "/principal",
									schemaPath: "#/$defs/change/properties/principal/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err142];
								else vErrors.push(err142);
								errors++;
							}
						}
						if (data58.label !== void 0) {
							if (typeof data58.label !== "string") {
								const err143 = {
									instancePath: instancePath + "/later/" + i7 + "/label",
									schemaPath: "#/$defs/change/properties/label/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err143];
								else vErrors.push(err143);
								errors++;
							}
						}
						if (data58.from !== void 0) {
							if (!validate30(data58.from, {
								instancePath: instancePath + "/later/" + i7 + "/from",
								parentData: data58,
								parentDataProperty: "from",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate30.errors : appended(vErrors, validate30.errors);
								errors = vErrors.length;
							}
						}
						if (data58.to !== void 0) {
							if (!validate32(data58.to, {
								instancePath: instancePath + "/later/" + i7 + "/to",
								parentData: data58,
								parentDataProperty: "to",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate32.errors : appended(vErrors, validate32.errors);
								errors = vErrors.length;
							}
						}
						if (data58.risk !== void 0) {
							let data65 = data58.risk;
							if (typeof data65 !== "string") {
								const err144 = {
									instancePath: instancePath + "/later/" + i7 + "/risk",
									schemaPath: "#/$defs/change/properties/risk/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err144];
								else vErrors.push(err144);
								errors++;
							}
							if (!(data65 === "high" || data65 === "normal")) {
								const err145 = {
									instancePath: instancePath + "/later/" + i7 + "/risk",
									schemaPath: "#/$defs/change/properties/risk/enum",
									keyword: "enum",
									params: { allowedValues: schema57.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err145];
								else vErrors.push(err145);
								errors++;
							}
						}
					} else {
						const err146 = {
							instancePath: instancePath + "/later/" + i7,
							schemaPath: "#/properties/later/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err146];
						else vErrors.push(err146);
						errors++;
					}
				}
			} else {
				const err147 = {
					instancePath: instancePath + "/later",
					schemaPath: "#/properties/later/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err147];
				else vErrors.push(err147);
				errors++;
			}
		}
	} else {
		const err148 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err148];
		else vErrors.push(err148);
		errors++;
	}
	validate27.errors = vErrors;
	return errors === 0;
}
validate27.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
export { validatePlan };
