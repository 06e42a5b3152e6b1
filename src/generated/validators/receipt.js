// Generated from schemas/receipt.schema.json by `npm run generate`; do not edit.
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
const validateReceipt = validate37;
const schema68 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"title": "rolecall receipt",
	"description": "What `apply --receipt FILE` keeps of a run.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"formatVersion",
		"commit",
		"uncommitted",
		"digest",
		"startedAt",
		"finishedAt",
		"result"
	],
	"properties": {
		"formatVersion": {
			"description": "Version of this format.",
			"const": 1
		},
		"commit": {
			"description": "The commit of the files; null outside a git checkout.",
			"type": ["string", "null"],
			"pattern": "^[0-9a-f]{40,64}$"
		},
		"uncommitted": {
			"description": "Whether the files differed from that commit when the run began.",
			"type": "boolean"
		},
		"digest": {
			"description": "sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.",
			"type": "string",
			"pattern": "^sha256:[0-9a-f]{64}$"
		},
		"startedAt": {
			"description": "When the run started.",
			"type": "string",
			"format": "date-time"
		},
		"finishedAt": {
			"description": "When it ended.",
			"type": "string",
			"format": "date-time"
		},
		"result": {
			"description": "What apply did.",
			"$ref": "#/$defs/applyResult"
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
		},
		"result": {
			"description": "A change and what became of it.",
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
				"blocked",
				"status",
				"reason",
				"requestId",
				"ms"
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
				},
				"status": {
					"description": "What became of it.",
					"type": "string",
					"enum": [
						"applied",
						"failed",
						"skipped",
						"blocked",
						"alreadyDone",
						"held"
					]
				},
				"reason": {
					"description": "Why it was not applied; null where it was.",
					"type": ["string", "null"]
				},
				"requestId": {
					"description": "The API's id of the last request.",
					"type": ["string", "null"]
				},
				"ms": {
					"description": "Milliseconds from the first request to the last answer.",
					"type": "number",
					"minimum": 0
				}
			}
		},
		"applyResult": {
			"description": "What apply did (result.schema.json).",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"formatVersion",
				"summary",
				"converged",
				"digest",
				"guards",
				"unreviewed",
				"results"
			],
			"properties": {
				"formatVersion": {
					"description": "Version of this format.",
					"const": 1
				},
				"summary": {
					"description": "How many changes ended how.",
					"type": "object",
					"additionalProperties": false,
					"required": [
						"applied",
						"failed",
						"skipped",
						"blocked",
						"alreadyDone",
						"held"
					],
					"properties": {
						"applied": {
							"description": "Written and answered with success.",
							"type": "integer",
							"minimum": 0
						},
						"failed": {
							"description": "Tried and failed.",
							"type": "integer",
							"minimum": 0
						},
						"skipped": {
							"description": "Not tried, because of something else.",
							"type": "integer",
							"minimum": 0
						},
						"blocked": {
							"description": "Could not be done from the start.",
							"type": "integer",
							"minimum": 0
						},
						"alreadyDone": {
							"description": "Reviewed, and found to hold already.",
							"type": "integer",
							"minimum": 0
						},
						"held": {
							"description": "Brought about by the clock since the review: not written.",
							"type": "integer",
							"minimum": 0
						}
					}
				},
				"converged": {
					"description": "Whether the touched scopes, read again, match what was asked; true where nothing was written.",
					"type": "boolean"
				},
				"digest": {
					"description": "sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.",
					"type": "string",
					"pattern": "^sha256:[0-9a-f]{64}$"
				},
				"guards": {
					"description": "The guards that refused.",
					"type": "array",
					"items": { "$ref": "#/$defs/guard" }
				},
				"unreviewed": {
					"description": "Changes the fresh plan holds and the review did not: nothing was written because of them.",
					"type": "array",
					"items": { "$ref": "#/$defs/change" }
				},
				"results": {
					"description": "What became of each change.",
					"type": "array",
					"items": { "$ref": "#/$defs/result" }
				}
			}
		}
	}
};
const pattern18 = /* @__PURE__ */ new RegExp("^[0-9a-f]{40,64}$", "u");
const pattern27 = /* @__PURE__ */ new RegExp("^sha256:[0-9a-f]{64}$", "u");
const formats0 = require_formats().fullFormats["date-time"];
const schema70 = {
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
const pattern13 = /* @__PURE__ */ new RegExp("^[^/]+/[^/]+/[^/]+(/[^/]+)?$", "u");
const schema71 = {
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
const schema72 = {
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
const func5 = Object.prototype.hasOwnProperty;
const pattern14 = /* @__PURE__ */ new RegExp("^(user|group):.+$", "u");
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate39.evaluated;
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
		for (const key0 in data) if (!func5.call(schema71.properties, key0)) {
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
					params: { allowedValues: schema71.properties.action.enum },
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
				if (!pattern13.test(data1)) {
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
				if (!pattern14.test(data2)) {
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
							params: { allowedValues: schema72.properties.status.enum },
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
							params: { allowedValues: schema72.properties.status.enum },
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
					params: { type: schema71.properties.cause.type },
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
					params: { allowedValues: schema71.properties.cause.enum },
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
					params: { type: schema71.properties.term.type },
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
					params: { allowedValues: schema71.properties.term.enum },
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
					params: { allowedValues: schema71.properties.risk.enum },
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
					params: { type: schema71.properties.blocked.type },
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
	validate39.errors = vErrors;
	return errors === 0;
}
validate39.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const schema75 = {
	"description": "A change and what became of it.",
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
		"blocked",
		"status",
		"reason",
		"requestId",
		"ms"
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
		},
		"status": {
			"description": "What became of it.",
			"type": "string",
			"enum": [
				"applied",
				"failed",
				"skipped",
				"blocked",
				"alreadyDone",
				"held"
			]
		},
		"reason": {
			"description": "Why it was not applied; null where it was.",
			"type": ["string", "null"]
		},
		"requestId": {
			"description": "The API's id of the last request.",
			"type": ["string", "null"]
		},
		"ms": {
			"description": "Milliseconds from the first request to the last answer.",
			"type": "number",
			"minimum": 0
		}
	}
};
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate41.evaluated;
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
		if (data.status === void 0) {
			const err11 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "status" },
				message: "must have required property 'status'"
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		if (data.reason === void 0) {
			const err12 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "reason" },
				message: "must have required property 'reason'"
			};
			if (vErrors === null) vErrors = [err12];
			else vErrors.push(err12);
			errors++;
		}
		if (data.requestId === void 0) {
			const err13 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "requestId" },
				message: "must have required property 'requestId'"
			};
			if (vErrors === null) vErrors = [err13];
			else vErrors.push(err13);
			errors++;
		}
		if (data.ms === void 0) {
			const err14 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "ms" },
				message: "must have required property 'ms'"
			};
			if (vErrors === null) vErrors = [err14];
			else vErrors.push(err14);
			errors++;
		}
		for (const key0 in data) if (!func5.call(schema75.properties, key0)) {
			const err15 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err15];
			else vErrors.push(err15);
			errors++;
		}
		if (data.action !== void 0) {
			let data0 = data.action;
			if (typeof data0 !== "string") {
				const err16 = {
					instancePath: instancePath + "/action",
					schemaPath: "#/properties/action/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
			if (!(data0 === "grant" || data0 === "change" || data0 === "revoke")) {
				const err17 = {
					instancePath: instancePath + "/action",
					schemaPath: "#/properties/action/enum",
					keyword: "enum",
					params: { allowedValues: schema75.properties.action.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.scope !== void 0) {
			let data1 = data.scope;
			if (typeof data1 === "string") {
				if (!pattern13.test(data1)) {
					const err18 = {
						instancePath: instancePath + "/scope",
						schemaPath: "#/properties/scope/pattern",
						keyword: "pattern",
						params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
						message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/scope",
					schemaPath: "#/properties/scope/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.principal !== void 0) {
			let data2 = data.principal;
			if (typeof data2 === "string") {
				if (!pattern14.test(data2)) {
					const err20 = {
						instancePath: instancePath + "/principal",
						schemaPath: "#/properties/principal/pattern",
						keyword: "pattern",
						params: { pattern: "^(user|group):.+$" },
						message: "must match pattern \"^(user|group):.+$\""
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/principal",
					schemaPath: "#/properties/principal/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
		if (data.label !== void 0) {
			if (typeof data.label !== "string") {
				const err22 = {
					instancePath: instancePath + "/label",
					schemaPath: "#/properties/label/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
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
					const err23 = {
						instancePath: instancePath + "/from",
						schemaPath: "#/$defs/state/required",
						keyword: "required",
						params: { missingProperty: "role" },
						message: "must have required property 'role'"
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
				if (data4.status === void 0) {
					const err24 = {
						instancePath: instancePath + "/from",
						schemaPath: "#/$defs/state/required",
						keyword: "required",
						params: { missingProperty: "status" },
						message: "must have required property 'status'"
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
				for (const key1 in data4) if (!(key1 === "role" || key1 === "status")) {
					const err25 = {
						instancePath: instancePath + "/from",
						schemaPath: "#/$defs/state/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
				if (data4.role !== void 0) {
					if (typeof data4.role !== "string") {
						const err26 = {
							instancePath: instancePath + "/from/role",
							schemaPath: "#/$defs/state/properties/role/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
				}
				if (data4.status !== void 0) {
					let data6 = data4.status;
					if (typeof data6 !== "string") {
						const err27 = {
							instancePath: instancePath + "/from/status",
							schemaPath: "#/$defs/state/properties/status/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
					if (!(data6 === "active" || data6 === "inactive")) {
						const err28 = {
							instancePath: instancePath + "/from/status",
							schemaPath: "#/$defs/state/properties/status/enum",
							keyword: "enum",
							params: { allowedValues: schema72.properties.status.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err28];
						else vErrors.push(err28);
						errors++;
					}
				}
			} else {
				const err29 = {
					instancePath: instancePath + "/from",
					schemaPath: "#/$defs/state/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			}
			var _valid0 = _errs12 === errors;
			valid1 = valid1 || _valid0;
			const _errs20 = errors;
			if (data4 !== null) {
				const err30 = {
					instancePath: instancePath + "/from",
					schemaPath: "#/properties/from/anyOf/1/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
			var _valid0 = _errs20 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const err31 = {
					instancePath: instancePath + "/from",
					schemaPath: "#/properties/from/anyOf",
					keyword: "anyOf",
					params: {},
					message: "must match a schema in anyOf"
				};
				if (vErrors === null) vErrors = [err31];
				else vErrors.push(err31);
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
					const err32 = {
						instancePath: instancePath + "/to",
						schemaPath: "#/$defs/state/required",
						keyword: "required",
						params: { missingProperty: "role" },
						message: "must have required property 'role'"
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
				if (data7.status === void 0) {
					const err33 = {
						instancePath: instancePath + "/to",
						schemaPath: "#/$defs/state/required",
						keyword: "required",
						params: { missingProperty: "status" },
						message: "must have required property 'status'"
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
				for (const key2 in data7) if (!(key2 === "role" || key2 === "status")) {
					const err34 = {
						instancePath: instancePath + "/to",
						schemaPath: "#/$defs/state/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
				if (data7.role !== void 0) {
					if (typeof data7.role !== "string") {
						const err35 = {
							instancePath: instancePath + "/to/role",
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
				if (data7.status !== void 0) {
					let data9 = data7.status;
					if (typeof data9 !== "string") {
						const err36 = {
							instancePath: instancePath + "/to/status",
							schemaPath: "#/$defs/state/properties/status/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err36];
						else vErrors.push(err36);
						errors++;
					}
					if (!(data9 === "active" || data9 === "inactive")) {
						const err37 = {
							instancePath: instancePath + "/to/status",
							schemaPath: "#/$defs/state/properties/status/enum",
							keyword: "enum",
							params: { allowedValues: schema72.properties.status.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err37];
						else vErrors.push(err37);
						errors++;
					}
				}
			} else {
				const err38 = {
					instancePath: instancePath + "/to",
					schemaPath: "#/$defs/state/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err38];
				else vErrors.push(err38);
				errors++;
			}
			var _valid1 = _errs24 === errors;
			valid4 = valid4 || _valid1;
			const _errs32 = errors;
			if (data7 !== null) {
				const err39 = {
					instancePath: instancePath + "/to",
					schemaPath: "#/properties/to/anyOf/1/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err39];
				else vErrors.push(err39);
				errors++;
			}
			var _valid1 = _errs32 === errors;
			valid4 = valid4 || _valid1;
			if (!valid4) {
				const err40 = {
					instancePath: instancePath + "/to",
					schemaPath: "#/properties/to/anyOf",
					keyword: "anyOf",
					params: {},
					message: "must match a schema in anyOf"
				};
				if (vErrors === null) vErrors = [err40];
				else vErrors.push(err40);
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
					const err41 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/$defs/source/required",
						keyword: "required",
						params: { missingProperty: "file" },
						message: "must have required property 'file'"
					};
					if (vErrors === null) vErrors = [err41];
					else vErrors.push(err41);
					errors++;
				}
				if (data10.line === void 0) {
					const err42 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/$defs/source/required",
						keyword: "required",
						params: { missingProperty: "line" },
						message: "must have required property 'line'"
					};
					if (vErrors === null) vErrors = [err42];
					else vErrors.push(err42);
					errors++;
				}
				if (data10.column === void 0) {
					const err43 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/$defs/source/required",
						keyword: "required",
						params: { missingProperty: "column" },
						message: "must have required property 'column'"
					};
					if (vErrors === null) vErrors = [err43];
					else vErrors.push(err43);
					errors++;
				}
				for (const key3 in data10) if (!(key3 === "file" || key3 === "line" || key3 === "column")) {
					const err44 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/$defs/source/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key3 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err44];
					else vErrors.push(err44);
					errors++;
				}
				if (data10.file !== void 0) {
					if (typeof data10.file !== "string") {
						const err45 = {
							instancePath: instancePath + "/source/file",
							schemaPath: "#/$defs/source/properties/file/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err45];
						else vErrors.push(err45);
						errors++;
					}
				}
				if (data10.line !== void 0) {
					let data12 = data10.line;
					if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
						const err46 = {
							instancePath: instancePath + "/source/line",
							schemaPath: "#/$defs/source/properties/line/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err46];
						else vErrors.push(err46);
						errors++;
					}
					if (typeof data12 == "number" && isFinite(data12)) {
						if (data12 < 1 || isNaN(data12)) {
							const err47 = {
								instancePath: instancePath + "/source/line",
								schemaPath: "#/$defs/source/properties/line/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err47];
							else vErrors.push(err47);
							errors++;
						}
					}
				}
				if (data10.column !== void 0) {
					let data13 = data10.column;
					if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
						const err48 = {
							instancePath: instancePath + "/source/column",
							schemaPath: "#/$defs/source/properties/column/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err48];
						else vErrors.push(err48);
						errors++;
					}
					if (typeof data13 == "number" && isFinite(data13)) {
						if (data13 < 1 || isNaN(data13)) {
							const err49 = {
								instancePath: instancePath + "/source/column",
								schemaPath: "#/$defs/source/properties/column/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err49];
							else vErrors.push(err49);
							errors++;
						}
					}
				}
			} else {
				const err50 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/$defs/source/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err50];
				else vErrors.push(err50);
				errors++;
			}
			var _valid2 = _errs36 === errors;
			valid7 = valid7 || _valid2;
			const _errs46 = errors;
			if (data10 !== null) {
				const err51 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/properties/source/anyOf/1/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err51];
				else vErrors.push(err51);
				errors++;
			}
			var _valid2 = _errs46 === errors;
			valid7 = valid7 || _valid2;
			if (!valid7) {
				const err52 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/properties/source/anyOf",
					keyword: "anyOf",
					params: {},
					message: "must match a schema in anyOf"
				};
				if (vErrors === null) vErrors = [err52];
				else vErrors.push(err52);
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
				const err53 = {
					instancePath: instancePath + "/cause",
					schemaPath: "#/properties/cause/type",
					keyword: "type",
					params: { type: schema75.properties.cause.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err53];
				else vErrors.push(err53);
				errors++;
			}
			if (!(data14 === "files" || data14 === "drift" || data14 === null)) {
				const err54 = {
					instancePath: instancePath + "/cause",
					schemaPath: "#/properties/cause/enum",
					keyword: "enum",
					params: { allowedValues: schema75.properties.cause.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err54];
				else vErrors.push(err54);
				errors++;
			}
		}
		if (data.term !== void 0) {
			let data15 = data.term;
			if (typeof data15 !== "string" && data15 !== null) {
				const err55 = {
					instancePath: instancePath + "/term",
					schemaPath: "#/properties/term/type",
					keyword: "type",
					params: { type: schema75.properties.term.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err55];
				else vErrors.push(err55);
				errors++;
			}
			if (!(data15 === "started" || data15 === "ended" || data15 === "left" || data15 === null)) {
				const err56 = {
					instancePath: instancePath + "/term",
					schemaPath: "#/properties/term/enum",
					keyword: "enum",
					params: { allowedValues: schema75.properties.term.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err56];
				else vErrors.push(err56);
				errors++;
			}
		}
		if (data.risk !== void 0) {
			let data16 = data.risk;
			if (typeof data16 !== "string") {
				const err57 = {
					instancePath: instancePath + "/risk",
					schemaPath: "#/properties/risk/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err57];
				else vErrors.push(err57);
				errors++;
			}
			if (!(data16 === "high" || data16 === "normal")) {
				const err58 = {
					instancePath: instancePath + "/risk",
					schemaPath: "#/properties/risk/enum",
					keyword: "enum",
					params: { allowedValues: schema75.properties.risk.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err58];
				else vErrors.push(err58);
				errors++;
			}
		}
		if (data.blocked !== void 0) {
			let data17 = data.blocked;
			if (typeof data17 !== "string" && data17 !== null) {
				const err59 = {
					instancePath: instancePath + "/blocked",
					schemaPath: "#/properties/blocked/type",
					keyword: "type",
					params: { type: schema75.properties.blocked.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err59];
				else vErrors.push(err59);
				errors++;
			}
		}
		if (data.verifiable !== void 0) {
			if (false !== data.verifiable) {
				const err60 = {
					instancePath: instancePath + "/verifiable",
					schemaPath: "#/properties/verifiable/const",
					keyword: "const",
					params: { allowedValue: false },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err60];
				else vErrors.push(err60);
				errors++;
			}
		}
		if (data.takesAlong !== void 0) {
			let data19 = data.takesAlong;
			if (Array.isArray(data19)) {
				const len0 = data19.length;
				for (let i0 = 0; i0 < len0; i0++) if (typeof data19[i0] !== "string") {
					const err61 = {
						instancePath: instancePath + "/takesAlong/" + i0,
						schemaPath: "#/properties/takesAlong/items/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err61];
					else vErrors.push(err61);
					errors++;
				}
			} else {
				const err62 = {
					instancePath: instancePath + "/takesAlong",
					schemaPath: "#/properties/takesAlong/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err62];
				else vErrors.push(err62);
				errors++;
			}
		}
		if (data.status !== void 0) {
			let data21 = data.status;
			if (typeof data21 !== "string") {
				const err63 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err63];
				else vErrors.push(err63);
				errors++;
			}
			if (!(data21 === "applied" || data21 === "failed" || data21 === "skipped" || data21 === "blocked" || data21 === "alreadyDone" || data21 === "held")) {
				const err64 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/enum",
					keyword: "enum",
					params: { allowedValues: schema75.properties.status.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err64];
				else vErrors.push(err64);
				errors++;
			}
		}
		if (data.reason !== void 0) {
			let data22 = data.reason;
			if (typeof data22 !== "string" && data22 !== null) {
				const err65 = {
					instancePath: instancePath + "/reason",
					schemaPath: "#/properties/reason/type",
					keyword: "type",
					params: { type: schema75.properties.reason.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err65];
				else vErrors.push(err65);
				errors++;
			}
		}
		if (data.requestId !== void 0) {
			let data23 = data.requestId;
			if (typeof data23 !== "string" && data23 !== null) {
				const err66 = {
					instancePath: instancePath + "/requestId",
					schemaPath: "#/properties/requestId/type",
					keyword: "type",
					params: { type: schema75.properties.requestId.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err66];
				else vErrors.push(err66);
				errors++;
			}
		}
		if (data.ms !== void 0) {
			let data24 = data.ms;
			if (typeof data24 == "number" && isFinite(data24)) {
				if (data24 < 0 || isNaN(data24)) {
					const err67 = {
						instancePath: instancePath + "/ms",
						schemaPath: "#/properties/ms/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err67];
					else vErrors.push(err67);
					errors++;
				}
			} else {
				const err68 = {
					instancePath: instancePath + "/ms",
					schemaPath: "#/properties/ms/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
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
	validate41.errors = vErrors;
	return errors === 0;
}
validate41.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate38.evaluated;
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
		if (data.summary === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "summary" },
				message: "must have required property 'summary'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.converged === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "converged" },
				message: "must have required property 'converged'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.digest === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "digest" },
				message: "must have required property 'digest'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.guards === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "guards" },
				message: "must have required property 'guards'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.unreviewed === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "unreviewed" },
				message: "must have required property 'unreviewed'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.results === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "results" },
				message: "must have required property 'results'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "formatVersion" || key0 === "summary" || key0 === "converged" || key0 === "digest" || key0 === "guards" || key0 === "unreviewed" || key0 === "results")) {
			const err7 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.formatVersion !== void 0) {
			if (1 !== data.formatVersion) {
				const err8 = {
					instancePath: instancePath + "/formatVersion",
					schemaPath: "#/properties/formatVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.summary !== void 0) {
			let data1 = data.summary;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				if (data1.applied === void 0) {
					const err9 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "applied" },
						message: "must have required property 'applied'"
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				if (data1.failed === void 0) {
					const err10 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "failed" },
						message: "must have required property 'failed'"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				if (data1.skipped === void 0) {
					const err11 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "skipped" },
						message: "must have required property 'skipped'"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
				if (data1.blocked === void 0) {
					const err12 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "blocked" },
						message: "must have required property 'blocked'"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				if (data1.alreadyDone === void 0) {
					const err13 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "alreadyDone" },
						message: "must have required property 'alreadyDone'"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data1.held === void 0) {
					const err14 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "held" },
						message: "must have required property 'held'"
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				for (const key1 in data1) if (!(key1 === "applied" || key1 === "failed" || key1 === "skipped" || key1 === "blocked" || key1 === "alreadyDone" || key1 === "held")) {
					const err15 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				if (data1.applied !== void 0) {
					let data2 = data1.applied;
					if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
						const err16 = {
							instancePath: instancePath + "/summary/applied",
							schemaPath: "#/properties/summary/properties/applied/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
					if (typeof data2 == "number" && isFinite(data2)) {
						if (data2 < 0 || isNaN(data2)) {
							const err17 = {
								instancePath: instancePath + "/summary/applied",
								schemaPath: "#/properties/summary/properties/applied/minimum",
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
				if (data1.failed !== void 0) {
					let data3 = data1.failed;
					if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
						const err18 = {
							instancePath: instancePath + "/summary/failed",
							schemaPath: "#/properties/summary/properties/failed/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
					if (typeof data3 == "number" && isFinite(data3)) {
						if (data3 < 0 || isNaN(data3)) {
							const err19 = {
								instancePath: instancePath + "/summary/failed",
								schemaPath: "#/properties/summary/properties/failed/minimum",
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
				if (data1.skipped !== void 0) {
					let data4 = data1.skipped;
					if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
						const err20 = {
							instancePath: instancePath + "/summary/skipped",
							schemaPath: "#/properties/summary/properties/skipped/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
					if (typeof data4 == "number" && isFinite(data4)) {
						if (data4 < 0 || isNaN(data4)) {
							const err21 = {
								instancePath: instancePath + "/summary/skipped",
								schemaPath: "#/properties/summary/properties/skipped/minimum",
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
				if (data1.blocked !== void 0) {
					let data5 = data1.blocked;
					if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
						const err22 = {
							instancePath: instancePath + "/summary/blocked",
							schemaPath: "#/properties/summary/properties/blocked/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
					if (typeof data5 == "number" && isFinite(data5)) {
						if (data5 < 0 || isNaN(data5)) {
							const err23 = {
								instancePath: instancePath + "/summary/blocked",
								schemaPath: "#/properties/summary/properties/blocked/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
					}
				}
				if (data1.alreadyDone !== void 0) {
					let data6 = data1.alreadyDone;
					if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
						const err24 = {
							instancePath: instancePath + "/summary/alreadyDone",
							schemaPath: "#/properties/summary/properties/alreadyDone/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err24];
						else vErrors.push(err24);
						errors++;
					}
					if (typeof data6 == "number" && isFinite(data6)) {
						if (data6 < 0 || isNaN(data6)) {
							const err25 = {
								instancePath: instancePath + "/summary/alreadyDone",
								schemaPath: "#/properties/summary/properties/alreadyDone/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
					}
				}
				if (data1.held !== void 0) {
					let data7 = data1.held;
					if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
						const err26 = {
							instancePath: instancePath + "/summary/held",
							schemaPath: "#/properties/summary/properties/held/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
					if (typeof data7 == "number" && isFinite(data7)) {
						if (data7 < 0 || isNaN(data7)) {
							const err27 = {
								instancePath: instancePath + "/summary/held",
								schemaPath: "#/properties/summary/properties/held/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err27];
							else vErrors.push(err27);
							errors++;
						}
					}
				}
			} else {
				const err28 = {
					instancePath: instancePath + "/summary",
					schemaPath: "#/properties/summary/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
		}
		if (data.converged !== void 0) {
			if (typeof data.converged !== "boolean") {
				const err29 = {
					instancePath: instancePath + "/converged",
					schemaPath: "#/properties/converged/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean"
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			}
		}
		if (data.digest !== void 0) {
			let data9 = data.digest;
			if (typeof data9 === "string") {
				if (!pattern27.test(data9)) {
					const err30 = {
						instancePath: instancePath + "/digest",
						schemaPath: "#/properties/digest/pattern",
						keyword: "pattern",
						params: { pattern: "^sha256:[0-9a-f]{64}$" },
						message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
			} else {
				const err31 = {
					instancePath: instancePath + "/digest",
					schemaPath: "#/properties/digest/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err31];
				else vErrors.push(err31);
				errors++;
			}
		}
		if (data.guards !== void 0) {
			let data10 = data.guards;
			if (Array.isArray(data10)) {
				const len0 = data10.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data11 = data10[i0];
					if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
						if (data11.guard === void 0) {
							const err32 = {
								instancePath: instancePath + "/guards/" + i0,
								schemaPath: "#/$defs/guard/required",
								keyword: "required",
								params: { missingProperty: "guard" },
								message: "must have required property 'guard'"
							};
							if (vErrors === null) vErrors = [err32];
							else vErrors.push(err32);
							errors++;
						}
						if (data11.scope === void 0) {
							const err33 = {
								instancePath: instancePath + "/guards/" + i0,
								schemaPath: "#/$defs/guard/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err33];
							else vErrors.push(err33);
							errors++;
						}
						if (data11.message === void 0) {
							const err34 = {
								instancePath: instancePath + "/guards/" + i0,
								schemaPath: "#/$defs/guard/required",
								keyword: "required",
								params: { missingProperty: "message" },
								message: "must have required property 'message'"
							};
							if (vErrors === null) vErrors = [err34];
							else vErrors.push(err34);
							errors++;
						}
						for (const key2 in data11) if (!(key2 === "guard" || key2 === "scope" || key2 === "message")) {
							const err35 = {
								instancePath: instancePath + "/guards/" + i0,
								schemaPath: "#/$defs/guard/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key2 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err35];
							else vErrors.push(err35);
							errors++;
						}
						if (data11.guard !== void 0) {
							if (typeof data11.guard !== "string") {
								const err36 = {
									instancePath: instancePath + "/guards/" + i0 + "/guard",
									schemaPath: "#/$defs/guard/properties/guard/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err36];
								else vErrors.push(err36);
								errors++;
							}
						}
						if (data11.scope !== void 0) {
							let data13 = data11.scope;
							if (typeof data13 !== "string" && data13 !== null) {
								const err37 = {
									instancePath: instancePath + "/guards/" + i0 + "/scope",
									schemaPath: "#/$defs/guard/properties/scope/type",
									keyword: "type",
									params: { type: schema70.properties.scope.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err37];
								else vErrors.push(err37);
								errors++;
							}
							if (typeof data13 === "string") {
								if (!pattern13.test(data13)) {
									const err38 = {
										instancePath: instancePath + "/guards/" + i0 + "/scope",
										schemaPath: "#/$defs/guard/properties/scope/pattern",
										keyword: "pattern",
										params: { pattern: "^[^/]+/[^/]+/[^/]+(/[^/]+)?$" },
										message: "must match pattern \"^[^/]+/[^/]+/[^/]+(/[^/]+)?$\""
									};
									if (vErrors === null) vErrors = [err38];
									else vErrors.push(err38);
									errors++;
								}
							}
						}
						if (data11.message !== void 0) {
							if (typeof data11.message !== "string") {
								const err39 = {
									instancePath: instancePath + "/guards/" + i0 + "/message",
									schemaPath: "#/$defs/guard/properties/message/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err39];
								else vErrors.push(err39);
								errors++;
							}
						}
					} else {
						const err40 = {
							instancePath: instancePath + "/guards/" + i0,
							schemaPath: "#/$defs/guard/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
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
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		}
		if (data.unreviewed !== void 0) {
			let data15 = data.unreviewed;
			if (Array.isArray(data15)) {
				const len1 = data15.length;
				for (let i1 = 0; i1 < len1; i1++) if (!validate39(data15[i1], {
					instancePath: instancePath + "/unreviewed/" + i1,
					parentData: data15,
					parentDataProperty: i1,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate39.errors : appended(vErrors, validate39.errors);
					errors = vErrors.length;
				}
			} else {
				const err42 = {
					instancePath: instancePath + "/unreviewed",
					schemaPath: "#/properties/unreviewed/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err42];
				else vErrors.push(err42);
				errors++;
			}
		}
		if (data.results !== void 0) {
			let data17 = data.results;
			if (Array.isArray(data17)) {
				const len2 = data17.length;
				for (let i2 = 0; i2 < len2; i2++) if (!validate41(data17[i2], {
					instancePath: instancePath + "/results/" + i2,
					parentData: data17,
					parentDataProperty: i2,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate41.errors : appended(vErrors, validate41.errors);
					errors = vErrors.length;
				}
			} else {
				const err43 = {
					instancePath: instancePath + "/results",
					schemaPath: "#/properties/results/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err43];
				else vErrors.push(err43);
				errors++;
			}
		}
	} else {
		const err44 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err44];
		else vErrors.push(err44);
		errors++;
	}
	validate38.errors = vErrors;
	return errors === 0;
}
validate38.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate37.evaluated;
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
		if (data.commit === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "commit" },
				message: "must have required property 'commit'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.uncommitted === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "uncommitted" },
				message: "must have required property 'uncommitted'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.digest === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "digest" },
				message: "must have required property 'digest'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.startedAt === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "startedAt" },
				message: "must have required property 'startedAt'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.finishedAt === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "finishedAt" },
				message: "must have required property 'finishedAt'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.result === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "result" },
				message: "must have required property 'result'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "formatVersion" || key0 === "commit" || key0 === "uncommitted" || key0 === "digest" || key0 === "startedAt" || key0 === "finishedAt" || key0 === "result")) {
			const err7 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.formatVersion !== void 0) {
			if (1 !== data.formatVersion) {
				const err8 = {
					instancePath: instancePath + "/formatVersion",
					schemaPath: "#/properties/formatVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.commit !== void 0) {
			let data1 = data.commit;
			if (typeof data1 !== "string" && data1 !== null) {
				const err9 = {
					instancePath: instancePath + "/commit",
					schemaPath: "#/properties/commit/type",
					keyword: "type",
					params: { type: schema68.properties.commit.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
			if (typeof data1 === "string") {
				if (!pattern18.test(data1)) {
					const err10 = {
						instancePath: instancePath + "/commit",
						schemaPath: "#/properties/commit/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{40,64}$" },
						message: "must match pattern \"^[0-9a-f]{40,64}$\""
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
			}
		}
		if (data.uncommitted !== void 0) {
			if (typeof data.uncommitted !== "boolean") {
				const err11 = {
					instancePath: instancePath + "/uncommitted",
					schemaPath: "#/properties/uncommitted/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.digest !== void 0) {
			let data3 = data.digest;
			if (typeof data3 === "string") {
				if (!pattern27.test(data3)) {
					const err12 = {
						instancePath: instancePath + "/digest",
						schemaPath: "#/properties/digest/pattern",
						keyword: "pattern",
						params: { pattern: "^sha256:[0-9a-f]{64}$" },
						message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
			} else {
				const err13 = {
					instancePath: instancePath + "/digest",
					schemaPath: "#/properties/digest/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.startedAt !== void 0) {
			let data4 = data.startedAt;
			if (typeof data4 === "string") {
				if (!formats0.validate(data4)) {
					const err14 = {
						instancePath: instancePath + "/startedAt",
						schemaPath: "#/properties/startedAt/format",
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
					instancePath: instancePath + "/startedAt",
					schemaPath: "#/properties/startedAt/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.finishedAt !== void 0) {
			let data5 = data.finishedAt;
			if (typeof data5 === "string") {
				if (!formats0.validate(data5)) {
					const err16 = {
						instancePath: instancePath + "/finishedAt",
						schemaPath: "#/properties/finishedAt/format",
						keyword: "format",
						params: { format: "date-time" },
						message: "must match format \"date-time\""
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/finishedAt",
					schemaPath: "#/properties/finishedAt/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.result !== void 0) {
			if (!validate38(data.result, {
				instancePath: instancePath + "/result",
				parentData: data,
				parentDataProperty: "result",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate38.errors : appended(vErrors, validate38.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err18 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err18];
		else vErrors.push(err18);
		errors++;
	}
	validate37.errors = vErrors;
	return errors === 0;
}
validate37.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
export { validateReceipt };
