// Generated from schemas/explain.schema.json by `npm run generate`; do not edit.
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
const validateExplain = validate23;
const schema44 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"title": "rolecall explain",
	"description": "What `explain --format json` prints: every role a person has, and why.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"formatVersion",
		"principal",
		"roles"
	],
	"properties": {
		"formatVersion": {
			"description": "Version of this format.",
			"const": 1
		},
		"principal": {
			"description": "The principal asked for; null where the question was who holds a role.",
			"type": ["string", "null"]
		},
		"unlisted": {
			"description": "With --live: what is live and asked for by no file.",
			"type": "array",
			"items": {
				"description": "A live role.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"scope",
					"label",
					"role",
					"status"
				],
				"properties": {
					"scope": {
						"description": "Address of the scope.",
						"type": "string"
					},
					"label": {
						"description": "What people know the principal by.",
						"type": "string"
					},
					"role": {
						"description": "Role.",
						"type": "string"
					},
					"status": {
						"description": "Status of the assignment.",
						"type": "string",
						"enum": ["active", "inactive"]
					}
				}
			}
		},
		"roles": {
			"description": "The roles.",
			"type": "array",
			"items": {
				"description": "A role, and why it is held.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"scope",
					"role",
					"status",
					"via",
					"from",
					"until",
					"reason",
					"inForce",
					"source",
					"commit"
				],
				"properties": {
					"label": {
						"description": "What the file calls the principal; only where the question was who holds a role.",
						"type": "string"
					},
					"live": {
						"description": "With --live: whether the role is held.",
						"type": "string",
						"enum": [
							"active",
							"inactive",
							"absent",
							"unknown"
						]
					},
					"scope": {
						"description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
						"type": "string",
						"pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
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
					"via": {
						"description": "The team that the entry names; null where it names the person.",
						"type": ["string", "null"],
						"pattern": "^team:"
					},
					"from": {
						"description": "Start of the entry's term, as a date or RFC 3339 time; null: it has none.",
						"type": ["string", "null"]
					},
					"until": {
						"description": "End of the entry's term, as a date (its last day) or RFC 3339 time; null: it has none.",
						"type": ["string", "null"]
					},
					"reason": {
						"description": "The reason the entry gives.",
						"type": ["string", "null"]
					},
					"inForce": {
						"description": "Whether the entry counts now.",
						"type": "boolean"
					},
					"source": {
						"description": "The entry; null where no line of a file asks for it.",
						"anyOf": [{ "$ref": "#/$defs/source" }, { "type": "null" }]
					},
					"commit": {
						"description": "The commit that brought the entry; null where there is none.",
						"anyOf": [{ "$ref": "#/$defs/commit" }, { "type": "null" }]
					}
				}
			}
		}
	},
	"$defs": {
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
		"commit": {
			"description": "A git commit.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"sha",
				"author",
				"date",
				"subject"
			],
			"properties": {
				"sha": {
					"description": "Its hash.",
					"type": "string",
					"pattern": "^[0-9a-f]{40,64}$"
				},
				"author": {
					"description": "Its author.",
					"type": "string"
				},
				"date": {
					"description": "When it was authored.",
					"type": "string",
					"format": "date-time"
				},
				"subject": {
					"description": "First line of its message.",
					"type": "string"
				}
			}
		}
	}
};
const func5 = Object.prototype.hasOwnProperty;
const pattern13 = /* @__PURE__ */ new RegExp("^[^/]+/[^/]+/[^/]+(/[^/]+)?$", "u");
const pattern17 = /* @__PURE__ */ new RegExp("^team:", "u");
const pattern18 = /* @__PURE__ */ new RegExp("^[0-9a-f]{40,64}$", "u");
const formats0 = require_formats().fullFormats["date-time"];
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate23.evaluated;
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
		if (data.principal === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "principal" },
				message: "must have required property 'principal'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.roles === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "roles" },
				message: "must have required property 'roles'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "formatVersion" || key0 === "principal" || key0 === "unlisted" || key0 === "roles")) {
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
		if (data.formatVersion !== void 0) {
			if (1 !== data.formatVersion) {
				const err4 = {
					instancePath: instancePath + "/formatVersion",
					schemaPath: "#/properties/formatVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.principal !== void 0) {
			let data1 = data.principal;
			if (typeof data1 !== "string" && data1 !== null) {
				const err5 = {
					instancePath: instancePath + "/principal",
					schemaPath: "#/properties/principal/type",
					keyword: "type",
					params: { type: schema44.properties.principal.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.unlisted !== void 0) {
			let data2 = data.unlisted;
			if (Array.isArray(data2)) {
				const len0 = data2.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data3 = data2[i0];
					if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
						if (data3.scope === void 0) {
							const err6 = {
								instancePath: instancePath + "/unlisted/" + i0,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
						if (data3.label === void 0) {
							const err7 = {
								instancePath: instancePath + "/unlisted/" + i0,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "label" },
								message: "must have required property 'label'"
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
						if (data3.role === void 0) {
							const err8 = {
								instancePath: instancePath + "/unlisted/" + i0,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "role" },
								message: "must have required property 'role'"
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
						if (data3.status === void 0) {
							const err9 = {
								instancePath: instancePath + "/unlisted/" + i0,
								schemaPath: "#/properties/unlisted/items/required",
								keyword: "required",
								params: { missingProperty: "status" },
								message: "must have required property 'status'"
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
						for (const key1 in data3) if (!(key1 === "scope" || key1 === "label" || key1 === "role" || key1 === "status")) {
							const err10 = {
								instancePath: instancePath + "/unlisted/" + i0,
								schemaPath: "#/properties/unlisted/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
						if (data3.scope !== void 0) {
							if (typeof data3.scope !== "string") {
								const err11 = {
									instancePath: instancePath + "/unlisted/" + i0 + "/scope",
									schemaPath: "#/properties/unlisted/items/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err11];
								else vErrors.push(err11);
								errors++;
							}
						}
						if (data3.label !== void 0) {
							if (typeof data3.label !== "string") {
								const err12 = {
									instancePath: instancePath + "/unlisted/" + i0 + "/label",
									schemaPath: "#/properties/unlisted/items/properties/label/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err12];
								else vErrors.push(err12);
								errors++;
							}
						}
						if (data3.role !== void 0) {
							if (typeof data3.role !== "string") {
								const err13 = {
									instancePath: instancePath + "/unlisted/" + i0 + "/role",
									schemaPath: "#/properties/unlisted/items/properties/role/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err13];
								else vErrors.push(err13);
								errors++;
							}
						}
						if (data3.status !== void 0) {
							let data7 = data3.status;
							if (typeof data7 !== "string") {
								const err14 = {
									instancePath: instancePath + "/unlisted/" + i0 + "/status",
									schemaPath: "#/properties/unlisted/items/properties/status/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err14];
								else vErrors.push(err14);
								errors++;
							}
							if (!(data7 === "active" || data7 === "inactive")) {
								const err15 = {
									instancePath: instancePath + "/unlisted/" + i0 + "/status",
									schemaPath: "#/properties/unlisted/items/properties/status/enum",
									keyword: "enum",
									params: { allowedValues: schema44.properties.unlisted.items.properties.status.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err15];
								else vErrors.push(err15);
								errors++;
							}
						}
					} else {
						const err16 = {
							instancePath: instancePath + "/unlisted/" + i0,
							schemaPath: "#/properties/unlisted/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/unlisted",
					schemaPath: "#/properties/unlisted/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.roles !== void 0) {
			let data8 = data.roles;
			if (Array.isArray(data8)) {
				const len1 = data8.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data9 = data8[i1];
					if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
						if (data9.scope === void 0) {
							const err18 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
						}
						if (data9.role === void 0) {
							const err19 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "role" },
								message: "must have required property 'role'"
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
						if (data9.status === void 0) {
							const err20 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "status" },
								message: "must have required property 'status'"
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
						if (data9.via === void 0) {
							const err21 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "via" },
								message: "must have required property 'via'"
							};
							if (vErrors === null) vErrors = [err21];
							else vErrors.push(err21);
							errors++;
						}
						if (data9.from === void 0) {
							const err22 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "from" },
								message: "must have required property 'from'"
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
						}
						if (data9.until === void 0) {
							const err23 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "until" },
								message: "must have required property 'until'"
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
						if (data9.reason === void 0) {
							const err24 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "reason" },
								message: "must have required property 'reason'"
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
						if (data9.inForce === void 0) {
							const err25 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "inForce" },
								message: "must have required property 'inForce'"
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
						if (data9.source === void 0) {
							const err26 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "source" },
								message: "must have required property 'source'"
							};
							if (vErrors === null) vErrors = [err26];
							else vErrors.push(err26);
							errors++;
						}
						if (data9.commit === void 0) {
							const err27 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/required",
								keyword: "required",
								params: { missingProperty: "commit" },
								message: "must have required property 'commit'"
							};
							if (vErrors === null) vErrors = [err27];
							else vErrors.push(err27);
							errors++;
						}
						for (const key2 in data9) if (!func5.call(schema44.properties.roles.items.properties, key2)) {
							const err28 = {
								instancePath: instancePath + "/roles/" + i1,
								schemaPath: "#/properties/roles/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key2 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err28];
							else vErrors.push(err28);
							errors++;
						}
						if (data9.label !== void 0) {
							if (typeof data9.label !== "string") {
								const err29 = {
									instancePath: instancePath + "/roles/" + i1 + "/label",
									schemaPath: "#/properties/roles/items/properties/label/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err29];
								else vErrors.push(err29);
								errors++;
							}
						}
						if (data9.live !== void 0) {
							let data11 = data9.live;
							if (typeof data11 !== "string") {
								const err30 = {
									instancePath: instancePath + "/roles/" + i1 + "/live",
									schemaPath: "#/properties/roles/items/properties/live/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err30];
								else vErrors.push(err30);
								errors++;
							}
							if (!(data11 === "active" || data11 === "inactive" || data11 === "absent" || data11 === "unknown")) {
								const err31 = {
									instancePath: instancePath + "/roles/" + i1 + "/live",
									schemaPath: "#/properties/roles/items/properties/live/enum",
									keyword: "enum",
									params: { allowedValues: schema44.properties.roles.items.properties.live.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err31];
								else vErrors.push(err31);
								errors++;
							}
						}
						if (data9.scope !== void 0) {
							let data12 = data9.scope;
							if (typeof data12 === "string") {
								if (!pattern13.test(data12)) {
									const err32 = {
										instancePath: instancePath + "/roles/" + i1 + "/scope",
										schemaPath: "#/properties/roles/items/properties/scope/pattern",
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
									instancePath: instancePath + "/roles/" + i1 + "/scope",
									schemaPath: "#/properties/roles/items/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err33];
								else vErrors.push(err33);
								errors++;
							}
						}
						if (data9.role !== void 0) {
							if (typeof data9.role !== "string") {
								const err34 = {
									instancePath: instancePath + "/roles/" + i1 + "/role",
									schemaPath: "#/properties/roles/items/properties/role/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err34];
								else vErrors.push(err34);
								errors++;
							}
						}
						if (data9.status !== void 0) {
							let data14 = data9.status;
							if (typeof data14 !== "string") {
								const err35 = {
									instancePath: instancePath + "/roles/" + i1 + "/status",
									schemaPath: "#/properties/roles/items/properties/status/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err35];
								else vErrors.push(err35);
								errors++;
							}
							if (!(data14 === "active" || data14 === "inactive")) {
								const err36 = {
									instancePath: instancePath + "/roles/" + i1 + "/status",
									schemaPath: "#/properties/roles/items/properties/status/enum",
									keyword: "enum",
									params: { allowedValues: schema44.properties.roles.items.properties.status.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err36];
								else vErrors.push(err36);
								errors++;
							}
						}
						if (data9.via !== void 0) {
							let data15 = data9.via;
							if (typeof data15 !== "string" && data15 !== null) {
								const err37 = {
									instancePath: instancePath + "/roles/" + i1 + "/via",
									schemaPath: "#/properties/roles/items/properties/via/type",
									keyword: "type",
									params: { type: schema44.properties.roles.items.properties.via.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err37];
								else vErrors.push(err37);
								errors++;
							}
							if (typeof data15 === "string") {
								if (!pattern17.test(data15)) {
									const err38 = {
										instancePath: instancePath + "/roles/" + i1 + "/via",
										schemaPath: "#/properties/roles/items/properties/via/pattern",
										keyword: "pattern",
										params: { pattern: "^team:" },
										message: "must match pattern \"^team:\""
									};
									if (vErrors === null) vErrors = [err38];
									else vErrors.push(err38);
									errors++;
								}
							}
						}
						if (data9.from !== void 0) {
							let data16 = data9.from;
							if (typeof data16 !== "string" && data16 !== null) {
								const err39 = {
									instancePath: instancePath + "/roles/" + i1 + "/from",
									schemaPath: "#/properties/roles/items/properties/from/type",
									keyword: "type",
									params: { type: schema44.properties.roles.items.properties.from.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err39];
								else vErrors.push(err39);
								errors++;
							}
						}
						if (data9.until !== void 0) {
							let data17 = data9.until;
							if (typeof data17 !== "string" && data17 !== null) {
								const err40 = {
									instancePath: instancePath + "/roles/" + i1 + "/until",
									schemaPath: "#/properties/roles/items/properties/until/type",
									keyword: "type",
									params: { type: schema44.properties.roles.items.properties.until.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err40];
								else vErrors.push(err40);
								errors++;
							}
						}
						if (data9.reason !== void 0) {
							let data18 = data9.reason;
							if (typeof data18 !== "string" && data18 !== null) {
								const err41 = {
									instancePath: instancePath + "/roles/" + i1 + "/reason",
									schemaPath: "#/properties/roles/items/properties/reason/type",
									keyword: "type",
									params: { type: schema44.properties.roles.items.properties.reason.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err41];
								else vErrors.push(err41);
								errors++;
							}
						}
						if (data9.inForce !== void 0) {
							if (typeof data9.inForce !== "boolean") {
								const err42 = {
									instancePath: instancePath + "/roles/" + i1 + "/inForce",
									schemaPath: "#/properties/roles/items/properties/inForce/type",
									keyword: "type",
									params: { type: "boolean" },
									message: "must be boolean"
								};
								if (vErrors === null) vErrors = [err42];
								else vErrors.push(err42);
								errors++;
							}
						}
						if (data9.source !== void 0) {
							let data20 = data9.source;
							const _errs44 = errors;
							let valid7 = false;
							const _errs45 = errors;
							if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
								if (data20.file === void 0) {
									const err43 = {
										instancePath: instancePath + "/roles/" + i1 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "file" },
										message: "must have required property 'file'"
									};
									if (vErrors === null) vErrors = [err43];
									else vErrors.push(err43);
									errors++;
								}
								if (data20.line === void 0) {
									const err44 = {
										instancePath: instancePath + "/roles/" + i1 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "line" },
										message: "must have required property 'line'"
									};
									if (vErrors === null) vErrors = [err44];
									else vErrors.push(err44);
									errors++;
								}
								if (data20.column === void 0) {
									const err45 = {
										instancePath: instancePath + "/roles/" + i1 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "column" },
										message: "must have required property 'column'"
									};
									if (vErrors === null) vErrors = [err45];
									else vErrors.push(err45);
									errors++;
								}
								for (const key3 in data20) if (!(key3 === "file" || key3 === "line" || key3 === "column")) {
									const err46 = {
										instancePath: instancePath + "/roles/" + i1 + "/source",
										schemaPath: "#/$defs/source/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key3 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err46];
									else vErrors.push(err46);
									errors++;
								}
								if (data20.file !== void 0) {
									if (typeof data20.file !== "string") {
										const err47 = {
											instancePath: instancePath + "/roles/" + i1 + "/source/file",
											schemaPath: "#/$defs/source/properties/file/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err47];
										else vErrors.push(err47);
										errors++;
									}
								}
								if (data20.line !== void 0) {
									let data22 = data20.line;
									if (!(typeof data22 == "number" && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
										const err48 = {
											instancePath: instancePath + "/roles/" + i1 + "/source/line",
											schemaPath: "#/$defs/source/properties/line/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err48];
										else vErrors.push(err48);
										errors++;
									}
									if (typeof data22 == "number" && isFinite(data22)) {
										if (data22 < 1 || isNaN(data22)) {
											const err49 = {
												instancePath: instancePath + "/roles/" + i1 + "/source/line",
												schemaPath: "#/$defs/source/properties/line/minimum",
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
								if (data20.column !== void 0) {
									let data23 = data20.column;
									if (!(typeof data23 == "number" && !(data23 % 1) && !isNaN(data23) && isFinite(data23))) {
										const err50 = {
											instancePath: instancePath + "/roles/" + i1 + "/source/column",
											schemaPath: "#/$defs/source/properties/column/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err50];
										else vErrors.push(err50);
										errors++;
									}
									if (typeof data23 == "number" && isFinite(data23)) {
										if (data23 < 1 || isNaN(data23)) {
											const err51 = {
												instancePath: instancePath + "/roles/" + i1 + "/source/column",
												schemaPath: "#/$defs/source/properties/column/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err51];
											else vErrors.push(err51);
											errors++;
										}
									}
								}
							} else {
								const err52 = {
									instancePath: instancePath + "/roles/" + i1 + "/source",
									schemaPath: "#/$defs/source/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err52];
								else vErrors.push(err52);
								errors++;
							}
							var _valid0 = _errs45 === errors;
							valid7 = valid7 || _valid0;
							const _errs55 = errors;
							if (data20 !== null) {
								const err53 = {
									instancePath: instancePath + "/roles/" + i1 + "/source",
									schemaPath: "#/properties/roles/items/properties/source/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err53];
								else vErrors.push(err53);
								errors++;
							}
							var _valid0 = _errs55 === errors;
							valid7 = valid7 || _valid0;
							if (!valid7) {
								const err54 = {
									instancePath: instancePath + "/roles/" + i1 + "/source",
									schemaPath: "#/properties/roles/items/properties/source/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err54];
								else vErrors.push(err54);
								errors++;
							} else {
								errors = _errs44;
								if (vErrors !== null) {
									if (_errs44) vErrors.length = _errs44;
									else vErrors = null;
								}
							}
						}
						if (data9.commit !== void 0) {
							let data24 = data9.commit;
							const _errs58 = errors;
							let valid10 = false;
							const _errs59 = errors;
							if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
								if (data24.sha === void 0) {
									const err55 = {
										instancePath: instancePath + "/roles/" + i1 + "/commit",
										schemaPath: "#/$defs/commit/required",
										keyword: "required",
										params: { missingProperty: "sha" },
										message: "must have required property 'sha'"
									};
									if (vErrors === null) vErrors = [err55];
									else vErrors.push(err55);
									errors++;
								}
								if (data24.author === void 0) {
									const err56 = {
										instancePath: instancePath + "/roles/" + i1 + "/commit",
										schemaPath: "#/$defs/commit/required",
										keyword: "required",
										params: { missingProperty: "author" },
										message: "must have required property 'author'"
									};
									if (vErrors === null) vErrors = [err56];
									else vErrors.push(err56);
									errors++;
								}
								if (data24.date === void 0) {
									const err57 = {
										instancePath: instancePath + "/roles/" + i1 + "/commit",
										schemaPath: "#/$defs/commit/required",
										keyword: "required",
										params: { missingProperty: "date" },
										message: "must have required property 'date'"
									};
									if (vErrors === null) vErrors = [err57];
									else vErrors.push(err57);
									errors++;
								}
								if (data24.subject === void 0) {
									const err58 = {
										instancePath: instancePath + "/roles/" + i1 + "/commit",
										schemaPath: "#/$defs/commit/required",
										keyword: "required",
										params: { missingProperty: "subject" },
										message: "must have required property 'subject'"
									};
									if (vErrors === null) vErrors = [err58];
									else vErrors.push(err58);
									errors++;
								}
								for (const key4 in data24) if (!(key4 === "sha" || key4 === "author" || key4 === "date" || key4 === "subject")) {
									const err59 = {
										instancePath: instancePath + "/roles/" + i1 + "/commit",
										schemaPath: "#/$defs/commit/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key4 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err59];
									else vErrors.push(err59);
									errors++;
								}
								if (data24.sha !== void 0) {
									let data25 = data24.sha;
									if (typeof data25 === "string") {
										if (!pattern18.test(data25)) {
											const err60 = {
												instancePath: instancePath + "/roles/" + i1 + "/commit/sha",
												schemaPath: "#/$defs/commit/properties/sha/pattern",
												keyword: "pattern",
												params: { pattern: "^[0-9a-f]{40,64}$" },
												message: "must match pattern \"^[0-9a-f]{40,64}$\""
											};
											if (vErrors === null) vErrors = [err60];
											else vErrors.push(err60);
											errors++;
										}
									} else {
										const err61 = {
											instancePath: instancePath + "/roles/" + i1 + "/commit/sha",
											schemaPath: "#/$defs/commit/properties/sha/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err61];
										else vErrors.push(err61);
										errors++;
									}
								}
								if (data24.author !== void 0) {
									if (typeof data24.author !== "string") {
										const err62 = {
											instancePath: instancePath + "/roles/" + i1 + "/commit/author",
											schemaPath: "#/$defs/commit/properties/author/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err62];
										else vErrors.push(err62);
										errors++;
									}
								}
								if (data24.date !== void 0) {
									let data27 = data24.date;
									if (typeof data27 === "string") {
										if (!formats0.validate(data27)) {
											const err63 = {
												instancePath: instancePath + "/roles/" + i1 + "/commit/date",
												schemaPath: "#/$defs/commit/properties/date/format",
												keyword: "format",
												params: { format: "date-time" },
												message: "must match format \"date-time\""
											};
											if (vErrors === null) vErrors = [err63];
											else vErrors.push(err63);
											errors++;
										}
									} else {
										const err64 = {
											instancePath: instancePath + "/roles/" + i1 + "/commit/date",
											schemaPath: "#/$defs/commit/properties/date/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err64];
										else vErrors.push(err64);
										errors++;
									}
								}
								if (data24.subject !== void 0) {
									if (typeof data24.subject !== "string") {
										const err65 = {
											instancePath: instancePath + "/roles/" + i1 + "/commit/subject",
											schemaPath: "#/$defs/commit/properties/subject/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err65];
										else vErrors.push(err65);
										errors++;
									}
								}
							} else {
								const err66 = {
									instancePath: instancePath + "/roles/" + i1 + "/commit",
									schemaPath: "#/$defs/commit/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err66];
								else vErrors.push(err66);
								errors++;
							}
							var _valid1 = _errs59 === errors;
							valid10 = valid10 || _valid1;
							const _errs71 = errors;
							if (data24 !== null) {
								const err67 = {
									instancePath: instancePath + "/roles/" + i1 + "/commit",
									schemaPath: "#/properties/roles/items/properties/commit/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err67];
								else vErrors.push(err67);
								errors++;
							}
							var _valid1 = _errs71 === errors;
							valid10 = valid10 || _valid1;
							if (!valid10) {
								const err68 = {
									instancePath: instancePath + "/roles/" + i1 + "/commit",
									schemaPath: "#/properties/roles/items/properties/commit/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err68];
								else vErrors.push(err68);
								errors++;
							} else {
								errors = _errs58;
								if (vErrors !== null) {
									if (_errs58) vErrors.length = _errs58;
									else vErrors = null;
								}
							}
						}
					} else {
						const err69 = {
							instancePath: instancePath + "/roles/" + i1,
							schemaPath: "#/properties/roles/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err69];
						else vErrors.push(err69);
						errors++;
					}
				}
			} else {
				const err70 = {
					instancePath: instancePath + "/roles",
					schemaPath: "#/properties/roles/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err70];
				else vErrors.push(err70);
				errors++;
			}
		}
	} else {
		const err71 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err71];
		else vErrors.push(err71);
		errors++;
	}
	validate23.errors = vErrors;
	return errors === 0;
}
validate23.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
export { validateExplain };
