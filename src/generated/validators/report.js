// Generated from schemas/report.schema.json by `npm run generate`; do not edit.
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
const validateReport = validate44;
const schema79 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"title": "rolecall report",
	"description": "What `report --format json` prints: who holds what, and what to look at.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"formatVersion",
		"now",
		"evidence",
		"summary",
		"scopes",
		"people",
		"findings"
	],
	"properties": {
		"formatVersion": {
			"description": "Version of this format.",
			"const": 1
		},
		"now": {
			"description": "When the review was taken, or --now.",
			"type": "string",
			"format": "date-time"
		},
		"evidence": {
			"description": "What the review rests on.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"digest",
				"commit",
				"uncommitted",
				"version",
				"inactiveDays",
				"narrowing",
				"notListed"
			],
			"properties": {
				"digest": {
					"description": "Digest of the changes that would bring live to what the files ask for.",
					"type": "string",
					"pattern": "^sha256:[0-9a-f]{64}$"
				},
				"commit": {
					"description": "The commit that is checked out.",
					"type": ["string", "null"]
				},
				"uncommitted": {
					"description": "Whether the files differ from that commit.",
					"type": "boolean"
				},
				"version": {
					"description": "Of rolecall.",
					"type": "string"
				},
				"inactiveDays": {
					"description": "Days without a login after which access is called stale.",
					"type": "integer",
					"minimum": 1
				},
				"narrowing": {
					"description": "The globs of --scope.",
					"type": "array",
					"items": {
						"description": "A glob over addresses.",
						"type": "string"
					}
				},
				"notListed": {
					"description": "What the systems cannot list, so that it may be missing here.",
					"type": "array",
					"items": {
						"description": "A sentence.",
						"type": "string"
					}
				}
			}
		},
		"summary": {
			"description": "Counts.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"people",
				"scopes",
				"roles",
				"highRisk",
				"unlisted",
				"drift",
				"endingSoon",
				"stale",
				"withoutTwoFactor",
				"findings"
			],
			"properties": {
				"people": {
					"description": "People, groups left out.",
					"type": "integer",
					"minimum": 0
				},
				"scopes": {
					"description": "Scopes.",
					"type": "integer",
					"minimum": 0
				},
				"roles": {
					"description": "Live assignments.",
					"type": "integer",
					"minimum": 0
				},
				"highRisk": {
					"description": "Live assignments of high risk.",
					"type": "integer",
					"minimum": 0
				},
				"unlisted": {
					"description": "Live assignments that no file asks for.",
					"type": "integer",
					"minimum": 0
				},
				"drift": {
					"description": "Roles that differ from the files.",
					"type": "integer",
					"minimum": 0
				},
				"endingSoon": {
					"description": "Roles that end within 14 days.",
					"type": "integer",
					"minimum": 0
				},
				"stale": {
					"description": "People without a login for long.",
					"type": "integer",
					"minimum": 0
				},
				"withoutTwoFactor": {
					"description": "People whose second factor is not verified.",
					"type": "integer",
					"minimum": 0
				},
				"findings": {
					"description": "Findings.",
					"type": "integer",
					"minimum": 0
				}
			}
		},
		"scopes": {
			"description": "The scopes.",
			"type": "array",
			"items": {
				"description": "A scope.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"scope",
					"name",
					"root",
					"complete"
				],
				"properties": {
					"scope": {
						"description": "Its address.",
						"type": "string"
					},
					"name": {
						"description": "Its name.",
						"type": ["string", "null"]
					},
					"root": {
						"description": "Address of its organization or account.",
						"type": "string"
					},
					"complete": {
						"description": "Whether everything could be read.",
						"type": "boolean"
					}
				}
			}
		},
		"people": {
			"description": "The people and groups.",
			"type": "array",
			"items": {
				"description": "A person, or a group, with every role in any system.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"kind",
					"label",
					"name",
					"person",
					"principals",
					"lastLogin",
					"twoFactor",
					"stale",
					"leaves",
					"roles"
				],
				"properties": {
					"kind": {
						"description": "user or group.",
						"type": "string",
						"enum": ["user", "group"]
					},
					"label": {
						"description": "E-mail, else name, else id.",
						"type": "string"
					},
					"name": {
						"description": "Name.",
						"type": ["string", "null"]
					},
					"person": {
						"description": "Key of people.yaml.",
						"type": ["string", "null"]
					},
					"principals": {
						"description": "Who it is in each organization and account.",
						"type": "array",
						"items": {
							"description": "Address of the organization or account, and of the principal.",
							"type": "string"
						}
					},
					"lastLogin": {
						"description": "The latest login that an API tells.",
						"type": ["string", "null"],
						"format": "date-time"
					},
					"twoFactor": {
						"description": "Whether the second factor is verified; null where no API says.",
						"type": ["boolean", "null"]
					},
					"stale": {
						"description": "No login for as long as the review calls inactive.",
						"type": "boolean"
					},
					"leaves": {
						"description": "The day the person leaves.",
						"type": ["string", "null"]
					},
					"roles": {
						"description": "The roles.",
						"type": "array",
						"items": {
							"description": "A role of one person in one scope.",
							"type": "object",
							"additionalProperties": false,
							"required": [
								"scope",
								"role",
								"status",
								"risk",
								"standing",
								"via",
								"from",
								"until",
								"endsSoon",
								"reason",
								"source"
							],
							"properties": {
								"scope": {
									"description": "Address of the scope.",
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
									"description": "high for a role that the settings call so, while it is active.",
									"type": "string",
									"enum": ["high", "normal"]
								},
								"standing": {
									"description": "listed: the files ask for it; unlisted: no file does; drift: the files ask for something else; missing: the files ask for it and it is not held; system: the API gives it by itself.",
									"type": "string",
									"enum": [
										"listed",
										"unlisted",
										"drift",
										"missing",
										"system"
									]
								},
								"via": {
									"description": "The team that the entry names; null where it names the person.",
									"type": ["string", "null"]
								},
								"from": {
									"description": "Start of the entry's term, as a date or RFC 3339 time.",
									"type": ["string", "null"]
								},
								"until": {
									"description": "Its last day, or RFC 3339 time: of the entry's term, or when the person leaves.",
									"type": ["string", "null"]
								},
								"endsSoon": {
									"description": "Whether that is within 14 days.",
									"type": "boolean"
								},
								"reason": {
									"description": "The reason the entry gives.",
									"type": ["string", "null"]
								},
								"source": {
									"description": "The entry; null where no line of a file asks for it.",
									"anyOf": [{ "$ref": "#/$defs/source" }, { "type": "null" }]
								}
							}
						}
					}
				}
			}
		},
		"findings": {
			"description": "What to look at: of policies, guards, the files and the reading.",
			"type": "array",
			"items": {
				"description": "A finding.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"severity",
					"code",
					"message",
					"source"
				],
				"properties": {
					"severity": {
						"description": "error or warning.",
						"type": "string",
						"enum": ["error", "warning"]
					},
					"code": {
						"description": "What kind of finding.",
						"type": "string"
					},
					"message": {
						"description": "For people.",
						"type": "string"
					},
					"source": {
						"description": "Where, if a line is the cause.",
						"anyOf": [{ "$ref": "#/$defs/source" }, { "type": "null" }]
					}
				}
			}
		}
	},
	"$defs": { "source": {
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
	} }
};
const formats0 = require_formats().fullFormats["date-time"];
const pattern27 = /* @__PURE__ */ new RegExp("^sha256:[0-9a-f]{64}$", "u");
const func5 = Object.prototype.hasOwnProperty;
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate44.evaluated;
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
		if (data.evidence === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "evidence" },
				message: "must have required property 'evidence'"
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
		if (data.scopes === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "scopes" },
				message: "must have required property 'scopes'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.people === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "people" },
				message: "must have required property 'people'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.findings === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "findings" },
				message: "must have required property 'findings'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "formatVersion" || key0 === "now" || key0 === "evidence" || key0 === "summary" || key0 === "scopes" || key0 === "people" || key0 === "findings")) {
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
		if (data.now !== void 0) {
			let data1 = data.now;
			if (typeof data1 === "string") {
				if (!formats0.validate(data1)) {
					const err9 = {
						instancePath: instancePath + "/now",
						schemaPath: "#/properties/now/format",
						keyword: "format",
						params: { format: "date-time" },
						message: "must match format \"date-time\""
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/now",
					schemaPath: "#/properties/now/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.evidence !== void 0) {
			let data2 = data.evidence;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				if (data2.digest === void 0) {
					const err11 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "digest" },
						message: "must have required property 'digest'"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
				if (data2.commit === void 0) {
					const err12 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "commit" },
						message: "must have required property 'commit'"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				if (data2.uncommitted === void 0) {
					const err13 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "uncommitted" },
						message: "must have required property 'uncommitted'"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data2.version === void 0) {
					const err14 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "version" },
						message: "must have required property 'version'"
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				if (data2.inactiveDays === void 0) {
					const err15 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "inactiveDays" },
						message: "must have required property 'inactiveDays'"
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				if (data2.narrowing === void 0) {
					const err16 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "narrowing" },
						message: "must have required property 'narrowing'"
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
				if (data2.notListed === void 0) {
					const err17 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "notListed" },
						message: "must have required property 'notListed'"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				for (const key1 in data2) if (!(key1 === "digest" || key1 === "commit" || key1 === "uncommitted" || key1 === "version" || key1 === "inactiveDays" || key1 === "narrowing" || key1 === "notListed")) {
					const err18 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				if (data2.digest !== void 0) {
					let data3 = data2.digest;
					if (typeof data3 === "string") {
						if (!pattern27.test(data3)) {
							const err19 = {
								instancePath: instancePath + "/evidence/digest",
								schemaPath: "#/properties/evidence/properties/digest/pattern",
								keyword: "pattern",
								params: { pattern: "^sha256:[0-9a-f]{64}$" },
								message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
					} else {
						const err20 = {
							instancePath: instancePath + "/evidence/digest",
							schemaPath: "#/properties/evidence/properties/digest/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
				if (data2.commit !== void 0) {
					let data4 = data2.commit;
					if (typeof data4 !== "string" && data4 !== null) {
						const err21 = {
							instancePath: instancePath + "/evidence/commit",
							schemaPath: "#/properties/evidence/properties/commit/type",
							keyword: "type",
							params: { type: schema79.properties.evidence.properties.commit.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
				if (data2.uncommitted !== void 0) {
					if (typeof data2.uncommitted !== "boolean") {
						const err22 = {
							instancePath: instancePath + "/evidence/uncommitted",
							schemaPath: "#/properties/evidence/properties/uncommitted/type",
							keyword: "type",
							params: { type: "boolean" },
							message: "must be boolean"
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
				}
				if (data2.version !== void 0) {
					if (typeof data2.version !== "string") {
						const err23 = {
							instancePath: instancePath + "/evidence/version",
							schemaPath: "#/properties/evidence/properties/version/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err23];
						else vErrors.push(err23);
						errors++;
					}
				}
				if (data2.inactiveDays !== void 0) {
					let data7 = data2.inactiveDays;
					if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
						const err24 = {
							instancePath: instancePath + "/evidence/inactiveDays",
							schemaPath: "#/properties/evidence/properties/inactiveDays/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err24];
						else vErrors.push(err24);
						errors++;
					}
					if (typeof data7 == "number" && isFinite(data7)) {
						if (data7 < 1 || isNaN(data7)) {
							const err25 = {
								instancePath: instancePath + "/evidence/inactiveDays",
								schemaPath: "#/properties/evidence/properties/inactiveDays/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
					}
				}
				if (data2.narrowing !== void 0) {
					let data8 = data2.narrowing;
					if (Array.isArray(data8)) {
						const len0 = data8.length;
						for (let i0 = 0; i0 < len0; i0++) if (typeof data8[i0] !== "string") {
							const err26 = {
								instancePath: instancePath + "/evidence/narrowing/" + i0,
								schemaPath: "#/properties/evidence/properties/narrowing/items/type",
								keyword: "type",
								params: { type: "string" },
								message: "must be string"
							};
							if (vErrors === null) vErrors = [err26];
							else vErrors.push(err26);
							errors++;
						}
					} else {
						const err27 = {
							instancePath: instancePath + "/evidence/narrowing",
							schemaPath: "#/properties/evidence/properties/narrowing/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
				}
				if (data2.notListed !== void 0) {
					let data10 = data2.notListed;
					if (Array.isArray(data10)) {
						const len1 = data10.length;
						for (let i1 = 0; i1 < len1; i1++) if (typeof data10[i1] !== "string") {
							const err28 = {
								instancePath: instancePath + "/evidence/notListed/" + i1,
								schemaPath: "#/properties/evidence/properties/notListed/items/type",
								keyword: "type",
								params: { type: "string" },
								message: "must be string"
							};
							if (vErrors === null) vErrors = [err28];
							else vErrors.push(err28);
							errors++;
						}
					} else {
						const err29 = {
							instancePath: instancePath + "/evidence/notListed",
							schemaPath: "#/properties/evidence/properties/notListed/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err29];
						else vErrors.push(err29);
						errors++;
					}
				}
			} else {
				const err30 = {
					instancePath: instancePath + "/evidence",
					schemaPath: "#/properties/evidence/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
		}
		if (data.summary !== void 0) {
			let data12 = data.summary;
			if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
				if (data12.people === void 0) {
					const err31 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "people" },
						message: "must have required property 'people'"
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
				if (data12.scopes === void 0) {
					const err32 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "scopes" },
						message: "must have required property 'scopes'"
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
				if (data12.roles === void 0) {
					const err33 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "roles" },
						message: "must have required property 'roles'"
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
				if (data12.highRisk === void 0) {
					const err34 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "highRisk" },
						message: "must have required property 'highRisk'"
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
				if (data12.unlisted === void 0) {
					const err35 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "unlisted" },
						message: "must have required property 'unlisted'"
					};
					if (vErrors === null) vErrors = [err35];
					else vErrors.push(err35);
					errors++;
				}
				if (data12.drift === void 0) {
					const err36 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "drift" },
						message: "must have required property 'drift'"
					};
					if (vErrors === null) vErrors = [err36];
					else vErrors.push(err36);
					errors++;
				}
				if (data12.endingSoon === void 0) {
					const err37 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "endingSoon" },
						message: "must have required property 'endingSoon'"
					};
					if (vErrors === null) vErrors = [err37];
					else vErrors.push(err37);
					errors++;
				}
				if (data12.stale === void 0) {
					const err38 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "stale" },
						message: "must have required property 'stale'"
					};
					if (vErrors === null) vErrors = [err38];
					else vErrors.push(err38);
					errors++;
				}
				if (data12.withoutTwoFactor === void 0) {
					const err39 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "withoutTwoFactor" },
						message: "must have required property 'withoutTwoFactor'"
					};
					if (vErrors === null) vErrors = [err39];
					else vErrors.push(err39);
					errors++;
				}
				if (data12.findings === void 0) {
					const err40 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/required",
						keyword: "required",
						params: { missingProperty: "findings" },
						message: "must have required property 'findings'"
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
				for (const key2 in data12) if (!func5.call(schema79.properties.summary.properties, key2)) {
					const err41 = {
						instancePath: instancePath + "/summary",
						schemaPath: "#/properties/summary/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err41];
					else vErrors.push(err41);
					errors++;
				}
				if (data12.people !== void 0) {
					let data13 = data12.people;
					if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
						const err42 = {
							instancePath: instancePath + "/summary/people",
							schemaPath: "#/properties/summary/properties/people/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err42];
						else vErrors.push(err42);
						errors++;
					}
					if (typeof data13 == "number" && isFinite(data13)) {
						if (data13 < 0 || isNaN(data13)) {
							const err43 = {
								instancePath: instancePath + "/summary/people",
								schemaPath: "#/properties/summary/properties/people/minimum",
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
				if (data12.scopes !== void 0) {
					let data14 = data12.scopes;
					if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
						const err44 = {
							instancePath: instancePath + "/summary/scopes",
							schemaPath: "#/properties/summary/properties/scopes/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err44];
						else vErrors.push(err44);
						errors++;
					}
					if (typeof data14 == "number" && isFinite(data14)) {
						if (data14 < 0 || isNaN(data14)) {
							const err45 = {
								instancePath: instancePath + "/summary/scopes",
								schemaPath: "#/properties/summary/properties/scopes/minimum",
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
				if (data12.roles !== void 0) {
					let data15 = data12.roles;
					if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
						const err46 = {
							instancePath: instancePath + "/summary/roles",
							schemaPath: "#/properties/summary/properties/roles/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err46];
						else vErrors.push(err46);
						errors++;
					}
					if (typeof data15 == "number" && isFinite(data15)) {
						if (data15 < 0 || isNaN(data15)) {
							const err47 = {
								instancePath: instancePath + "/summary/roles",
								schemaPath: "#/properties/summary/properties/roles/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err47];
							else vErrors.push(err47);
							errors++;
						}
					}
				}
				if (data12.highRisk !== void 0) {
					let data16 = data12.highRisk;
					if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
						const err48 = {
							instancePath: instancePath + "/summary/highRisk",
							schemaPath: "#/properties/summary/properties/highRisk/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err48];
						else vErrors.push(err48);
						errors++;
					}
					if (typeof data16 == "number" && isFinite(data16)) {
						if (data16 < 0 || isNaN(data16)) {
							const err49 = {
								instancePath: instancePath + "/summary/highRisk",
								schemaPath: "#/properties/summary/properties/highRisk/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err49];
							else vErrors.push(err49);
							errors++;
						}
					}
				}
				if (data12.unlisted !== void 0) {
					let data17 = data12.unlisted;
					if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
						const err50 = {
							instancePath: instancePath + "/summary/unlisted",
							schemaPath: "#/properties/summary/properties/unlisted/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err50];
						else vErrors.push(err50);
						errors++;
					}
					if (typeof data17 == "number" && isFinite(data17)) {
						if (data17 < 0 || isNaN(data17)) {
							const err51 = {
								instancePath: instancePath + "/summary/unlisted",
								schemaPath: "#/properties/summary/properties/unlisted/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err51];
							else vErrors.push(err51);
							errors++;
						}
					}
				}
				if (data12.drift !== void 0) {
					let data18 = data12.drift;
					if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
						const err52 = {
							instancePath: instancePath + "/summary/drift",
							schemaPath: "#/properties/summary/properties/drift/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err52];
						else vErrors.push(err52);
						errors++;
					}
					if (typeof data18 == "number" && isFinite(data18)) {
						if (data18 < 0 || isNaN(data18)) {
							const err53 = {
								instancePath: instancePath + "/summary/drift",
								schemaPath: "#/properties/summary/properties/drift/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err53];
							else vErrors.push(err53);
							errors++;
						}
					}
				}
				if (data12.endingSoon !== void 0) {
					let data19 = data12.endingSoon;
					if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
						const err54 = {
							instancePath: instancePath + "/summary/endingSoon",
							schemaPath: "#/properties/summary/properties/endingSoon/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err54];
						else vErrors.push(err54);
						errors++;
					}
					if (typeof data19 == "number" && isFinite(data19)) {
						if (data19 < 0 || isNaN(data19)) {
							const err55 = {
								instancePath: instancePath + "/summary/endingSoon",
								schemaPath: "#/properties/summary/properties/endingSoon/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err55];
							else vErrors.push(err55);
							errors++;
						}
					}
				}
				if (data12.stale !== void 0) {
					let data20 = data12.stale;
					if (!(typeof data20 == "number" && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
						const err56 = {
							instancePath: instancePath + "/summary/stale",
							schemaPath: "#/properties/summary/properties/stale/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err56];
						else vErrors.push(err56);
						errors++;
					}
					if (typeof data20 == "number" && isFinite(data20)) {
						if (data20 < 0 || isNaN(data20)) {
							const err57 = {
								instancePath: instancePath + "/summary/stale",
								schemaPath: "#/properties/summary/properties/stale/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err57];
							else vErrors.push(err57);
							errors++;
						}
					}
				}
				if (data12.withoutTwoFactor !== void 0) {
					let data21 = data12.withoutTwoFactor;
					if (!(typeof data21 == "number" && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
						const err58 = {
							instancePath: instancePath + "/summary/withoutTwoFactor",
							schemaPath: "#/properties/summary/properties/withoutTwoFactor/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err58];
						else vErrors.push(err58);
						errors++;
					}
					if (typeof data21 == "number" && isFinite(data21)) {
						if (data21 < 0 || isNaN(data21)) {
							const err59 = {
								instancePath: instancePath + "/summary/withoutTwoFactor",
								schemaPath: "#/properties/summary/properties/withoutTwoFactor/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err59];
							else vErrors.push(err59);
							errors++;
						}
					}
				}
				if (data12.findings !== void 0) {
					let data22 = data12.findings;
					if (!(typeof data22 == "number" && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
						const err60 = {
							instancePath: instancePath + "/summary/findings",
							schemaPath: "#/properties/summary/properties/findings/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err60];
						else vErrors.push(err60);
						errors++;
					}
					if (typeof data22 == "number" && isFinite(data22)) {
						if (data22 < 0 || isNaN(data22)) {
							const err61 = {
								instancePath: instancePath + "/summary/findings",
								schemaPath: "#/properties/summary/properties/findings/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err61];
							else vErrors.push(err61);
							errors++;
						}
					}
				}
			} else {
				const err62 = {
					instancePath: instancePath + "/summary",
					schemaPath: "#/properties/summary/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err62];
				else vErrors.push(err62);
				errors++;
			}
		}
		if (data.scopes !== void 0) {
			let data23 = data.scopes;
			if (Array.isArray(data23)) {
				const len2 = data23.length;
				for (let i2 = 0; i2 < len2; i2++) {
					let data24 = data23[i2];
					if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
						if (data24.scope === void 0) {
							const err63 = {
								instancePath: instancePath + "/scopes/" + i2,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "scope" },
								message: "must have required property 'scope'"
							};
							if (vErrors === null) vErrors = [err63];
							else vErrors.push(err63);
							errors++;
						}
						if (data24.name === void 0) {
							const err64 = {
								instancePath: instancePath + "/scopes/" + i2,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "name" },
								message: "must have required property 'name'"
							};
							if (vErrors === null) vErrors = [err64];
							else vErrors.push(err64);
							errors++;
						}
						if (data24.root === void 0) {
							const err65 = {
								instancePath: instancePath + "/scopes/" + i2,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "root" },
								message: "must have required property 'root'"
							};
							if (vErrors === null) vErrors = [err65];
							else vErrors.push(err65);
							errors++;
						}
						if (data24.complete === void 0) {
							const err66 = {
								instancePath: instancePath + "/scopes/" + i2,
								schemaPath: "#/properties/scopes/items/required",
								keyword: "required",
								params: { missingProperty: "complete" },
								message: "must have required property 'complete'"
							};
							if (vErrors === null) vErrors = [err66];
							else vErrors.push(err66);
							errors++;
						}
						for (const key3 in data24) if (!(key3 === "scope" || key3 === "name" || key3 === "root" || key3 === "complete")) {
							const err67 = {
								instancePath: instancePath + "/scopes/" + i2,
								schemaPath: "#/properties/scopes/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err67];
							else vErrors.push(err67);
							errors++;
						}
						if (data24.scope !== void 0) {
							if (typeof data24.scope !== "string") {
								const err68 = {
									instancePath: instancePath + "/scopes/" + i2 + "/scope",
									schemaPath: "#/properties/scopes/items/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err68];
								else vErrors.push(err68);
								errors++;
							}
						}
						if (data24.name !== void 0) {
							let data26 = data24.name;
							if (typeof data26 !== "string" && data26 !== null) {
								const err69 = {
									instancePath: instancePath + "/scopes/" + i2 + "/name",
									schemaPath: "#/properties/scopes/items/properties/name/type",
									keyword: "type",
									params: { type: schema79.properties.scopes.items.properties.name.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err69];
								else vErrors.push(err69);
								errors++;
							}
						}
						if (data24.root !== void 0) {
							if (typeof data24.root !== "string") {
								const err70 = {
									instancePath: instancePath + "/scopes/" + i2 + "/root",
									schemaPath: "#/properties/scopes/items/properties/root/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err70];
								else vErrors.push(err70);
								errors++;
							}
						}
						if (data24.complete !== void 0) {
							if (typeof data24.complete !== "boolean") {
								const err71 = {
									instancePath: instancePath + "/scopes/" + i2 + "/complete",
									schemaPath: "#/properties/scopes/items/properties/complete/type",
									keyword: "type",
									params: { type: "boolean" },
									message: "must be boolean"
								};
								if (vErrors === null) vErrors = [err71];
								else vErrors.push(err71);
								errors++;
							}
						}
					} else {
						const err72 = {
							instancePath: instancePath + "/scopes/" + i2,
							schemaPath: "#/properties/scopes/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err72];
						else vErrors.push(err72);
						errors++;
					}
				}
			} else {
				const err73 = {
					instancePath: instancePath + "/scopes",
					schemaPath: "#/properties/scopes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err73];
				else vErrors.push(err73);
				errors++;
			}
		}
		if (data.people !== void 0) {
			let data29 = data.people;
			if (Array.isArray(data29)) {
				const len3 = data29.length;
				for (let i3 = 0; i3 < len3; i3++) {
					let data30 = data29[i3];
					if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
						if (data30.kind === void 0) {
							const err74 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "kind" },
								message: "must have required property 'kind'"
							};
							if (vErrors === null) vErrors = [err74];
							else vErrors.push(err74);
							errors++;
						}
						if (data30.label === void 0) {
							const err75 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "label" },
								message: "must have required property 'label'"
							};
							if (vErrors === null) vErrors = [err75];
							else vErrors.push(err75);
							errors++;
						}
						if (data30.name === void 0) {
							const err76 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "name" },
								message: "must have required property 'name'"
							};
							if (vErrors === null) vErrors = [err76];
							else vErrors.push(err76);
							errors++;
						}
						if (data30.person === void 0) {
							const err77 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "person" },
								message: "must have required property 'person'"
							};
							if (vErrors === null) vErrors = [err77];
							else vErrors.push(err77);
							errors++;
						}
						if (data30.principals === void 0) {
							const err78 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "principals" },
								message: "must have required property 'principals'"
							};
							if (vErrors === null) vErrors = [err78];
							else vErrors.push(err78);
							errors++;
						}
						if (data30.lastLogin === void 0) {
							const err79 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "lastLogin" },
								message: "must have required property 'lastLogin'"
							};
							if (vErrors === null) vErrors = [err79];
							else vErrors.push(err79);
							errors++;
						}
						if (data30.twoFactor === void 0) {
							const err80 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "twoFactor" },
								message: "must have required property 'twoFactor'"
							};
							if (vErrors === null) vErrors = [err80];
							else vErrors.push(err80);
							errors++;
						}
						if (data30.stale === void 0) {
							const err81 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "stale" },
								message: "must have required property 'stale'"
							};
							if (vErrors === null) vErrors = [err81];
							else vErrors.push(err81);
							errors++;
						}
						if (data30.leaves === void 0) {
							const err82 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "leaves" },
								message: "must have required property 'leaves'"
							};
							if (vErrors === null) vErrors = [err82];
							else vErrors.push(err82);
							errors++;
						}
						if (data30.roles === void 0) {
							const err83 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/required",
								keyword: "required",
								params: { missingProperty: "roles" },
								message: "must have required property 'roles'"
							};
							if (vErrors === null) vErrors = [err83];
							else vErrors.push(err83);
							errors++;
						}
						for (const key4 in data30) if (!func5.call(schema79.properties.people.items.properties, key4)) {
							const err84 = {
								instancePath: instancePath + "/people/" + i3,
								schemaPath: "#/properties/people/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key4 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err84];
							else vErrors.push(err84);
							errors++;
						}
						if (data30.kind !== void 0) {
							let data31 = data30.kind;
							if (typeof data31 !== "string") {
								const err85 = {
									instancePath: instancePath + "/people/" + i3 + "/kind",
									schemaPath: "#/properties/people/items/properties/kind/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err85];
								else vErrors.push(err85);
								errors++;
							}
							if (!(data31 === "user" || data31 === "group")) {
								const err86 = {
									instancePath: instancePath + "/people/" + i3 + "/kind",
									schemaPath: "#/properties/people/items/properties/kind/enum",
									keyword: "enum",
									params: { allowedValues: schema79.properties.people.items.properties.kind.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err86];
								else vErrors.push(err86);
								errors++;
							}
						}
						if (data30.label !== void 0) {
							if (typeof data30.label !== "string") {
								const err87 = {
									instancePath: instancePath + "/people/" + i3 + "/label",
									schemaPath: "#/properties/people/items/properties/label/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err87];
								else vErrors.push(err87);
								errors++;
							}
						}
						if (data30.name !== void 0) {
							let data33 = data30.name;
							if (typeof data33 !== "string" && data33 !== null) {
								const err88 = {
									instancePath: instancePath + "/people/" + i3 + "/name",
									schemaPath: "#/properties/people/items/properties/name/type",
									keyword: "type",
									params: { type: schema79.properties.people.items.properties.name.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err88];
								else vErrors.push(err88);
								errors++;
							}
						}
						if (data30.person !== void 0) {
							let data34 = data30.person;
							if (typeof data34 !== "string" && data34 !== null) {
								const err89 = {
									instancePath: instancePath + "/people/" + i3 + "/person",
									schemaPath: "#/properties/people/items/properties/person/type",
									keyword: "type",
									params: { type: schema79.properties.people.items.properties.person.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err89];
								else vErrors.push(err89);
								errors++;
							}
						}
						if (data30.principals !== void 0) {
							let data35 = data30.principals;
							if (Array.isArray(data35)) {
								const len4 = data35.length;
								for (let i4 = 0; i4 < len4; i4++) if (typeof data35[i4] !== "string") {
									const err90 = {
										instancePath: instancePath + "/people/" + i3 + "/principals/" + i4,
										schemaPath: "#/properties/people/items/properties/principals/items/type",
										keyword: "type",
										params: { type: "string" },
										message: "must be string"
									};
									if (vErrors === null) vErrors = [err90];
									else vErrors.push(err90);
									errors++;
								}
							} else {
								const err91 = {
									instancePath: instancePath + "/people/" + i3 + "/principals",
									schemaPath: "#/properties/people/items/properties/principals/type",
									keyword: "type",
									params: { type: "array" },
									message: "must be array"
								};
								if (vErrors === null) vErrors = [err91];
								else vErrors.push(err91);
								errors++;
							}
						}
						if (data30.lastLogin !== void 0) {
							let data37 = data30.lastLogin;
							if (typeof data37 !== "string" && data37 !== null) {
								const err92 = {
									instancePath: instancePath + "/people/" + i3 + "/lastLogin",
									schemaPath: "#/properties/people/items/properties/lastLogin/type",
									keyword: "type",
									params: { type: schema79.properties.people.items.properties.lastLogin.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err92];
								else vErrors.push(err92);
								errors++;
							}
							if (typeof data37 === "string") {
								if (!formats0.validate(data37)) {
									const err93 = {
										instancePath: instancePath + "/people/" + i3 + "/lastLogin",
										schemaPath: "#/properties/people/items/properties/lastLogin/format",
										keyword: "format",
										params: { format: "date-time" },
										message: "must match format \"date-time\""
									};
									if (vErrors === null) vErrors = [err93];
									else vErrors.push(err93);
									errors++;
								}
							}
						}
						if (data30.twoFactor !== void 0) {
							let data38 = data30.twoFactor;
							if (typeof data38 !== "boolean" && data38 !== null) {
								const err94 = {
									instancePath: instancePath + "/people/" + i3 + "/twoFactor",
									schemaPath: "#/properties/people/items/properties/twoFactor/type",
									keyword: "type",
									params: { type: schema79.properties.people.items.properties.twoFactor.type },
									message: "must be boolean,null"
								};
								if (vErrors === null) vErrors = [err94];
								else vErrors.push(err94);
								errors++;
							}
						}
						if (data30.stale !== void 0) {
							if (typeof data30.stale !== "boolean") {
								const err95 = {
									instancePath: instancePath + "/people/" + i3 + "/stale",
									schemaPath: "#/properties/people/items/properties/stale/type",
									keyword: "type",
									params: { type: "boolean" },
									message: "must be boolean"
								};
								if (vErrors === null) vErrors = [err95];
								else vErrors.push(err95);
								errors++;
							}
						}
						if (data30.leaves !== void 0) {
							let data40 = data30.leaves;
							if (typeof data40 !== "string" && data40 !== null) {
								const err96 = {
									instancePath: instancePath + "/people/" + i3 + "/leaves",
									schemaPath: "#/properties/people/items/properties/leaves/type",
									keyword: "type",
									params: { type: schema79.properties.people.items.properties.leaves.type },
									message: "must be string,null"
								};
								if (vErrors === null) vErrors = [err96];
								else vErrors.push(err96);
								errors++;
							}
						}
						if (data30.roles !== void 0) {
							let data41 = data30.roles;
							if (Array.isArray(data41)) {
								const len5 = data41.length;
								for (let i5 = 0; i5 < len5; i5++) {
									let data42 = data41[i5];
									if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
										if (data42.scope === void 0) {
											const err97 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "scope" },
												message: "must have required property 'scope'"
											};
											if (vErrors === null) vErrors = [err97];
											else vErrors.push(err97);
											errors++;
										}
										if (data42.role === void 0) {
											const err98 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "role" },
												message: "must have required property 'role'"
											};
											if (vErrors === null) vErrors = [err98];
											else vErrors.push(err98);
											errors++;
										}
										if (data42.status === void 0) {
											const err99 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "status" },
												message: "must have required property 'status'"
											};
											if (vErrors === null) vErrors = [err99];
											else vErrors.push(err99);
											errors++;
										}
										if (data42.risk === void 0) {
											const err100 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "risk" },
												message: "must have required property 'risk'"
											};
											if (vErrors === null) vErrors = [err100];
											else vErrors.push(err100);
											errors++;
										}
										if (data42.standing === void 0) {
											const err101 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "standing" },
												message: "must have required property 'standing'"
											};
											if (vErrors === null) vErrors = [err101];
											else vErrors.push(err101);
											errors++;
										}
										if (data42.via === void 0) {
											const err102 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "via" },
												message: "must have required property 'via'"
											};
											if (vErrors === null) vErrors = [err102];
											else vErrors.push(err102);
											errors++;
										}
										if (data42.from === void 0) {
											const err103 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "from" },
												message: "must have required property 'from'"
											};
											if (vErrors === null) vErrors = [err103];
											else vErrors.push(err103);
											errors++;
										}
										if (data42.until === void 0) {
											const err104 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "until" },
												message: "must have required property 'until'"
											};
											if (vErrors === null) vErrors = [err104];
											else vErrors.push(err104);
											errors++;
										}
										if (data42.endsSoon === void 0) {
											const err105 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "endsSoon" },
												message: "must have required property 'endsSoon'"
											};
											if (vErrors === null) vErrors = [err105];
											else vErrors.push(err105);
											errors++;
										}
										if (data42.reason === void 0) {
											const err106 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "reason" },
												message: "must have required property 'reason'"
											};
											if (vErrors === null) vErrors = [err106];
											else vErrors.push(err106);
											errors++;
										}
										if (data42.source === void 0) {
											const err107 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/required",
												keyword: "required",
												params: { missingProperty: "source" },
												message: "must have required property 'source'"
											};
											if (vErrors === null) vErrors = [err107];
											else vErrors.push(err107);
											errors++;
										}
										for (const key5 in data42) if (!func5.call(schema79.properties.people.items.properties.roles.items.properties, key5)) {
											const err108 = {
												instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
												schemaPath: "#/properties/people/items/properties/roles/items/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key5 },
												message: "must NOT have additional properties"
											};
											if (vErrors === null) vErrors = [err108];
											else vErrors.push(err108);
											errors++;
										}
										if (data42.scope !== void 0) {
											if (typeof data42.scope !== "string") {
												const err109 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/scope",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/scope/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												};
												if (vErrors === null) vErrors = [err109];
												else vErrors.push(err109);
												errors++;
											}
										}
										if (data42.role !== void 0) {
											if (typeof data42.role !== "string") {
												const err110 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/role",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/role/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												};
												if (vErrors === null) vErrors = [err110];
												else vErrors.push(err110);
												errors++;
											}
										}
										if (data42.status !== void 0) {
											let data45 = data42.status;
											if (typeof data45 !== "string") {
												const err111 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/status",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/status/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												};
												if (vErrors === null) vErrors = [err111];
												else vErrors.push(err111);
												errors++;
											}
											if (!(data45 === "active" || data45 === "inactive")) {
												const err112 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/status",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/status/enum",
													keyword: "enum",
													params: { allowedValues: schema79.properties.people.items.properties.roles.items.properties.status.enum },
													message: "must be equal to one of the allowed values"
												};
												if (vErrors === null) vErrors = [err112];
												else vErrors.push(err112);
												errors++;
											}
										}
										if (data42.risk !== void 0) {
											let data46 = data42.risk;
											if (typeof data46 !== "string") {
												const err113 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/risk",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/risk/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												};
												if (vErrors === null) vErrors = [err113];
												else vErrors.push(err113);
												errors++;
											}
											if (!(data46 === "high" || data46 === "normal")) {
												const err114 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/risk",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/risk/enum",
													keyword: "enum",
													params: { allowedValues: schema79.properties.people.items.properties.roles.items.properties.risk.enum },
													message: "must be equal to one of the allowed values"
												};
												if (vErrors === null) vErrors = [err114];
												else vErrors.push(err114);
												errors++;
											}
										}
										if (data42.standing !== void 0) {
											let data47 = data42.standing;
											if (typeof data47 !== "string") {
												const err115 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/standing",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/standing/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												};
												if (vErrors === null) vErrors = [err115];
												else vErrors.push(err115);
												errors++;
											}
											if (!(data47 === "listed" || data47 === "unlisted" || data47 === "drift" || data47 === "missing" || data47 === "system")) {
												const err116 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/standing",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/standing/enum",
													keyword: "enum",
													params: { allowedValues: schema79.properties.people.items.properties.roles.items.properties.standing.enum },
													message: "must be equal to one of the allowed values"
												};
												if (vErrors === null) vErrors = [err116];
												else vErrors.push(err116);
												errors++;
											}
										}
										if (data42.via !== void 0) {
											let data48 = data42.via;
											if (typeof data48 !== "string" && data48 !== null) {
												const err117 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/via",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/via/type",
													keyword: "type",
													params: { type: schema79.properties.people.items.properties.roles.items.properties.via.type },
													message: "must be string,null"
												};
												if (vErrors === null) vErrors = [err117];
												else vErrors.push(err117);
												errors++;
											}
										}
										if (data42.from !== void 0) {
											let data49 = data42.from;
											if (typeof data49 !== "string" && data49 !== null) {
												const err118 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/from",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/from/type",
													keyword: "type",
													params: { type: schema79.properties.people.items.properties.roles.items.properties.from.type },
													message: "must be string,null"
												};
												if (vErrors === null) vErrors = [err118];
												else vErrors.push(err118);
												errors++;
											}
										}
										if (data42.until !== void 0) {
											let data50 = data42.until;
											if (typeof data50 !== "string" && data50 !== null) {
												const err119 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/until",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/until/type",
													keyword: "type",
													params: { type: schema79.properties.people.items.properties.roles.items.properties.until.type },
													message: "must be string,null"
												};
												if (vErrors === null) vErrors = [err119];
												else vErrors.push(err119);
												errors++;
											}
										}
										if (data42.endsSoon !== void 0) {
											if (typeof data42.endsSoon !== "boolean") {
												const err120 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/endsSoon",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/endsSoon/type",
													keyword: "type",
													params: { type: "boolean" },
													message: "must be boolean"
												};
												if (vErrors === null) vErrors = [err120];
												else vErrors.push(err120);
												errors++;
											}
										}
										if (data42.reason !== void 0) {
											let data52 = data42.reason;
											if (typeof data52 !== "string" && data52 !== null) {
												const err121 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/reason",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/reason/type",
													keyword: "type",
													params: { type: schema79.properties.people.items.properties.roles.items.properties.reason.type },
													message: "must be string,null"
												};
												if (vErrors === null) vErrors = [err121];
												else vErrors.push(err121);
												errors++;
											}
										}
										if (data42.source !== void 0) {
											let data53 = data42.source;
											const _errs113 = errors;
											let valid18 = false;
											const _errs114 = errors;
											if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
												if (data53.file === void 0) {
													const err122 = {
														instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source",
														schemaPath: "#/$defs/source/required",
														keyword: "required",
														params: { missingProperty: "file" },
														message: "must have required property 'file'"
													};
													if (vErrors === null) vErrors = [err122];
													else vErrors.push(err122);
													errors++;
												}
												if (data53.line === void 0) {
													const err123 = {
														instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source",
														schemaPath: "#/$defs/source/required",
														keyword: "required",
														params: { missingProperty: "line" },
														message: "must have required property 'line'"
													};
													if (vErrors === null) vErrors = [err123];
													else vErrors.push(err123);
													errors++;
												}
												if (data53.column === void 0) {
													const err124 = {
														instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source",
														schemaPath: "#/$defs/source/required",
														keyword: "required",
														params: { missingProperty: "column" },
														message: "must have required property 'column'"
													};
													if (vErrors === null) vErrors = [err124];
													else vErrors.push(err124);
													errors++;
												}
												for (const key6 in data53) if (!(key6 === "file" || key6 === "line" || key6 === "column")) {
													const err125 = {
														instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source",
														schemaPath: "#/$defs/source/additionalProperties",
														keyword: "additionalProperties",
														params: { additionalProperty: key6 },
														message: "must NOT have additional properties"
													};
													if (vErrors === null) vErrors = [err125];
													else vErrors.push(err125);
													errors++;
												}
												if (data53.file !== void 0) {
													if (typeof data53.file !== "string") {
														const err126 = {
															instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source/file",
															schemaPath: "#/$defs/source/properties/file/type",
															keyword: "type",
															params: { type: "string" },
															message: "must be string"
														};
														if (vErrors === null) vErrors = [err126];
														else vErrors.push(err126);
														errors++;
													}
												}
												if (data53.line !== void 0) {
													let data55 = data53.line;
													if (!(typeof data55 == "number" && !(data55 % 1) && !isNaN(data55) && isFinite(data55))) {
														const err127 = {
															instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source/line",
															schemaPath: "#/$defs/source/properties/line/type",
															keyword: "type",
															params: { type: "integer" },
															message: "must be integer"
														};
														if (vErrors === null) vErrors = [err127];
														else vErrors.push(err127);
														errors++;
													}
													if (typeof data55 == "number" && isFinite(data55)) {
														if (data55 < 1 || isNaN(data55)) {
															const err128 = {
																instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source/line",
																schemaPath: "#/$defs/source/properties/line/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 1
																},
																message: "must be >= 1"
															};
															if (vErrors === null) vErrors = [err128];
															else vErrors.push(err128);
															errors++;
														}
													}
												}
												if (data53.column !== void 0) {
													let data56 = data53.column;
													if (!(typeof data56 == "number" && !(data56 % 1) && !isNaN(data56) && isFinite(data56))) {
														const err129 = {
															instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source/column",
															schemaPath: "#/$defs/source/properties/column/type",
															keyword: "type",
															params: { type: "integer" },
															message: "must be integer"
														};
														if (vErrors === null) vErrors = [err129];
														else vErrors.push(err129);
														errors++;
													}
													if (typeof data56 == "number" && isFinite(data56)) {
														if (data56 < 1 || isNaN(data56)) {
															const err130 = {
																instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source/column",
																schemaPath: "#/$defs/source/properties/column/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 1
																},
																message: "must be >= 1"
															};
															if (vErrors === null) vErrors = [err130];
															else vErrors.push(err130);
															errors++;
														}
													}
												}
											} else {
												const err131 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source",
													schemaPath: "#/$defs/source/type",
													keyword: "type",
													params: { type: "object" },
													message: "must be object"
												};
												if (vErrors === null) vErrors = [err131];
												else vErrors.push(err131);
												errors++;
											}
											var _valid0 = _errs114 === errors;
											valid18 = valid18 || _valid0;
											const _errs124 = errors;
											if (data53 !== null) {
												const err132 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/source/anyOf/1/type",
													keyword: "type",
													params: { type: "null" },
													message: "must be null"
												};
												if (vErrors === null) vErrors = [err132];
												else vErrors.push(err132);
												errors++;
											}
											var _valid0 = _errs124 === errors;
											valid18 = valid18 || _valid0;
											if (!valid18) {
												const err133 = {
													instancePath: instancePath + "/people/" + i3 + "/roles/" + i5 + "/source",
													schemaPath: "#/properties/people/items/properties/roles/items/properties/source/anyOf",
													keyword: "anyOf",
													params: {},
													message: "must match a schema in anyOf"
												};
												if (vErrors === null) vErrors = [err133];
												else vErrors.push(err133);
												errors++;
											} else {
												errors = _errs113;
												if (vErrors !== null) {
													if (_errs113) vErrors.length = _errs113;
													else vErrors = null;
												}
											}
										}
									} else {
										const err134 = {
											instancePath: instancePath + "/people/" + i3 + "/roles/" + i5,
											schemaPath: "#/properties/people/items/properties/roles/items/type",
											keyword: "type",
											params: { type: "object" },
											message: "must be object"
										};
										if (vErrors === null) vErrors = [err134];
										else vErrors.push(err134);
										errors++;
									}
								}
							} else {
								const err135 = {
									instancePath: instancePath + "/people/" + i3 + "/roles",
									schemaPath: "#/properties/people/items/properties/roles/type",
									keyword: "type",
									params: { type: "array" },
									message: "must be array"
								};
								if (vErrors === null) vErrors = [err135];
								else vErrors.push(err135);
								errors++;
							}
						}
					} else {
						const err136 = {
							instancePath: instancePath + "/people/" + i3,
							schemaPath: "#/properties/people/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err136];
						else vErrors.push(err136);
						errors++;
					}
				}
			} else {
				const err137 = {
					instancePath: instancePath + "/people",
					schemaPath: "#/properties/people/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err137];
				else vErrors.push(err137);
				errors++;
			}
		}
		if (data.findings !== void 0) {
			let data57 = data.findings;
			if (Array.isArray(data57)) {
				const len6 = data57.length;
				for (let i6 = 0; i6 < len6; i6++) {
					let data58 = data57[i6];
					if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
						if (data58.severity === void 0) {
							const err138 = {
								instancePath: instancePath + "/findings/" + i6,
								schemaPath: "#/properties/findings/items/required",
								keyword: "required",
								params: { missingProperty: "severity" },
								message: "must have required property 'severity'"
							};
							if (vErrors === null) vErrors = [err138];
							else vErrors.push(err138);
							errors++;
						}
						if (data58.code === void 0) {
							const err139 = {
								instancePath: instancePath + "/findings/" + i6,
								schemaPath: "#/properties/findings/items/required",
								keyword: "required",
								params: { missingProperty: "code" },
								message: "must have required property 'code'"
							};
							if (vErrors === null) vErrors = [err139];
							else vErrors.push(err139);
							errors++;
						}
						if (data58.message === void 0) {
							const err140 = {
								instancePath: instancePath + "/findings/" + i6,
								schemaPath: "#/properties/findings/items/required",
								keyword: "required",
								params: { missingProperty: "message" },
								message: "must have required property 'message'"
							};
							if (vErrors === null) vErrors = [err140];
							else vErrors.push(err140);
							errors++;
						}
						if (data58.source === void 0) {
							const err141 = {
								instancePath: instancePath + "/findings/" + i6,
								schemaPath: "#/properties/findings/items/required",
								keyword: "required",
								params: { missingProperty: "source" },
								message: "must have required property 'source'"
							};
							if (vErrors === null) vErrors = [err141];
							else vErrors.push(err141);
							errors++;
						}
						for (const key7 in data58) if (!(key7 === "severity" || key7 === "code" || key7 === "message" || key7 === "source")) {
							const err142 = {
								instancePath: instancePath + "/findings/" + i6,
								schemaPath: "#/properties/findings/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key7 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err142];
							else vErrors.push(err142);
							errors++;
						}
						if (data58.severity !== void 0) {
							let data59 = data58.severity;
							if (typeof data59 !== "string") {
								const err143 = {
									instancePath: instancePath + "/findings/" + i6 + "/severity",
									schemaPath: "#/properties/findings/items/properties/severity/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err143];
								else vErrors.push(err143);
								errors++;
							}
							if (!(data59 === "error" || data59 === "warning")) {
								const err144 = {
									instancePath: instancePath + "/findings/" + i6 + "/severity",
									schemaPath: "#/properties/findings/items/properties/severity/enum",
									keyword: "enum",
									params: { allowedValues: schema79.properties.findings.items.properties.severity.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err144];
								else vErrors.push(err144);
								errors++;
							}
						}
						if (data58.code !== void 0) {
							if (typeof data58.code !== "string") {
								const err145 = {
									instancePath: instancePath + "/findings/" + i6 + "/code",
									schemaPath: "#/properties/findings/items/properties/code/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err145];
								else vErrors.push(err145);
								errors++;
							}
						}
						if (data58.message !== void 0) {
							if (typeof data58.message !== "string") {
								const err146 = {
									instancePath: instancePath + "/findings/" + i6 + "/message",
									schemaPath: "#/properties/findings/items/properties/message/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err146];
								else vErrors.push(err146);
								errors++;
							}
						}
						if (data58.source !== void 0) {
							let data62 = data58.source;
							const _errs138 = errors;
							let valid24 = false;
							const _errs139 = errors;
							if (data62 && typeof data62 == "object" && !Array.isArray(data62)) {
								if (data62.file === void 0) {
									const err147 = {
										instancePath: instancePath + "/findings/" + i6 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "file" },
										message: "must have required property 'file'"
									};
									if (vErrors === null) vErrors = [err147];
									else vErrors.push(err147);
									errors++;
								}
								if (data62.line === void 0) {
									const err148 = {
										instancePath: instancePath + "/findings/" + i6 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "line" },
										message: "must have required property 'line'"
									};
									if (vErrors === null) vErrors = [err148];
									else vErrors.push(err148);
									errors++;
								}
								if (data62.column === void 0) {
									const err149 = {
										instancePath: instancePath + "/findings/" + i6 + "/source",
										schemaPath: "#/$defs/source/required",
										keyword: "required",
										params: { missingProperty: "column" },
										message: "must have required property 'column'"
									};
									if (vErrors === null) vErrors = [err149];
									else vErrors.push(err149);
									errors++;
								}
								for (const key8 in data62) if (!(key8 === "file" || key8 === "line" || key8 === "column")) {
									const err150 = {
										instancePath: instancePath + "/findings/" + i6 + "/source",
										schemaPath: "#/$defs/source/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key8 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err150];
									else vErrors.push(err150);
									errors++;
								}
								if (data62.file !== void 0) {
									if (typeof data62.file !== "string") {
										const err151 = {
											instancePath: instancePath + "/findings/" + i6 + "/source/file",
											schemaPath: "#/$defs/source/properties/file/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err151];
										else vErrors.push(err151);
										errors++;
									}
								}
								if (data62.line !== void 0) {
									let data64 = data62.line;
									if (!(typeof data64 == "number" && !(data64 % 1) && !isNaN(data64) && isFinite(data64))) {
										const err152 = {
											instancePath: instancePath + "/findings/" + i6 + "/source/line",
											schemaPath: "#/$defs/source/properties/line/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err152];
										else vErrors.push(err152);
										errors++;
									}
									if (typeof data64 == "number" && isFinite(data64)) {
										if (data64 < 1 || isNaN(data64)) {
											const err153 = {
												instancePath: instancePath + "/findings/" + i6 + "/source/line",
												schemaPath: "#/$defs/source/properties/line/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err153];
											else vErrors.push(err153);
											errors++;
										}
									}
								}
								if (data62.column !== void 0) {
									let data65 = data62.column;
									if (!(typeof data65 == "number" && !(data65 % 1) && !isNaN(data65) && isFinite(data65))) {
										const err154 = {
											instancePath: instancePath + "/findings/" + i6 + "/source/column",
											schemaPath: "#/$defs/source/properties/column/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err154];
										else vErrors.push(err154);
										errors++;
									}
									if (typeof data65 == "number" && isFinite(data65)) {
										if (data65 < 1 || isNaN(data65)) {
											const err155 = {
												instancePath: instancePath + "/findings/" + i6 + "/source/column",
												schemaPath: "#/$defs/source/properties/column/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err155];
											else vErrors.push(err155);
											errors++;
										}
									}
								}
							} else {
								const err156 = {
									instancePath: instancePath + "/findings/" + i6 + "/source",
									schemaPath: "#/$defs/source/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err156];
								else vErrors.push(err156);
								errors++;
							}
							var _valid1 = _errs139 === errors;
							valid24 = valid24 || _valid1;
							const _errs149 = errors;
							if (data62 !== null) {
								const err157 = {
									instancePath: instancePath + "/findings/" + i6 + "/source",
									schemaPath: "#/properties/findings/items/properties/source/anyOf/1/type",
									keyword: "type",
									params: { type: "null" },
									message: "must be null"
								};
								if (vErrors === null) vErrors = [err157];
								else vErrors.push(err157);
								errors++;
							}
							var _valid1 = _errs149 === errors;
							valid24 = valid24 || _valid1;
							if (!valid24) {
								const err158 = {
									instancePath: instancePath + "/findings/" + i6 + "/source",
									schemaPath: "#/properties/findings/items/properties/source/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err158];
								else vErrors.push(err158);
								errors++;
							} else {
								errors = _errs138;
								if (vErrors !== null) {
									if (_errs138) vErrors.length = _errs138;
									else vErrors = null;
								}
							}
						}
					} else {
						const err159 = {
							instancePath: instancePath + "/findings/" + i6,
							schemaPath: "#/properties/findings/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err159];
						else vErrors.push(err159);
						errors++;
					}
				}
			} else {
				const err160 = {
					instancePath: instancePath + "/findings",
					schemaPath: "#/properties/findings/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err160];
				else vErrors.push(err160);
				errors++;
			}
		}
	} else {
		const err161 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err161];
		else vErrors.push(err161);
		errors++;
	}
	validate44.errors = vErrors;
	return errors === 0;
}
validate44.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
export { validateReport };
