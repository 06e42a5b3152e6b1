// Generated from schemas/report.schema.json by `npm run generate`; do not edit.
export const reportSchema: Readonly<Record<string, unknown>> = {
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
        "narrowing"
      ],
      "properties": {
        "digest": {
          "description": "Digest of the changes that would bring live to what the files ask for.",
          "type": "string",
          "pattern": "^sha256:[0-9a-f]{64}$"
        },
        "commit": {
          "description": "The commit that is checked out.",
          "type": [
            "string",
            "null"
          ]
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
            "type": [
              "string",
              "null"
            ]
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
            "enum": [
              "user",
              "group"
            ]
          },
          "label": {
            "description": "E-mail, else name, else id.",
            "type": "string"
          },
          "name": {
            "description": "Name.",
            "type": [
              "string",
              "null"
            ]
          },
          "person": {
            "description": "Key of people.yaml.",
            "type": [
              "string",
              "null"
            ]
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
            "type": [
              "string",
              "null"
            ],
            "format": "date-time"
          },
          "twoFactor": {
            "description": "Whether the second factor is verified; null where no API says.",
            "type": [
              "boolean",
              "null"
            ]
          },
          "stale": {
            "description": "No login for as long as the review calls inactive.",
            "type": "boolean"
          },
          "leaves": {
            "description": "The day the person leaves.",
            "type": [
              "string",
              "null"
            ]
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
                  "enum": [
                    "active",
                    "inactive"
                  ]
                },
                "risk": {
                  "description": "high for a role that the settings call so, while it is active.",
                  "type": "string",
                  "enum": [
                    "high",
                    "normal"
                  ]
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
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "from": {
                  "description": "Start of the entry's term, as a date or RFC 3339 time.",
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "until": {
                  "description": "Its last day, or RFC 3339 time: of the entry's term, or when the person leaves.",
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "endsSoon": {
                  "description": "Whether that is within 14 days.",
                  "type": "boolean"
                },
                "reason": {
                  "description": "The reason the entry gives.",
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "source": {
                  "description": "The entry; null where no line of a file asks for it.",
                  "anyOf": [
                    {
                      "$ref": "#/$defs/source"
                    },
                    {
                      "type": "null"
                    }
                  ]
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
            "enum": [
              "error",
              "warning"
            ]
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
            "anyOf": [
              {
                "$ref": "#/$defs/source"
              },
              {
                "type": "null"
              }
            ]
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
    }
  }
};
