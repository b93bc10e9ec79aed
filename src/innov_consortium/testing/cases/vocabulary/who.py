"""Who: kinds and legal forms of organisations, and what bodies are called."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = [
    "ADDRESSEES",
    "FORMS",
    "FORMS_OF_KINDS",
    "KINDS",
    "OF_THE_APPLICANT",
    "OF_THE_BUREAU",
    "OF_THE_INTERPRETERS",
    "OF_THE_LEADERSHIP",
    "RELATIONS",
]

KINDS: Final = table(
    {
        "enterprise": words("company firm corporation 企业 公司 limited_company"),
        "university": words("college_or_university higher_education_institution 高校 大学"),
        "research_institution": words(
            "research_institute institute research_institution_or_institute 科研机构 科研院所 "
            "研究所"
            "研究院"
        ),
        "new_rd_institution": words(
            "new_r&d_institution new_r_d_institution new_r_and_d_institution 新型研发机构"
        ),
        "service_institution": words(
            "st_service_institution s&t_service_institution s_t_service_institution "
            "science_and_technology_service_institution technology_service_institution "
            "service_agency 科技服务机构"
        ),
        "hospital": words("affiliated_hospital medical_institution 医院 附属医院 医疗机构"),
    }
)

FORMS: Final = table(
    {
        "enterprise": words(
            "company limited_company limited_liability_company joint_stock_company partnership "
            ""
            "partnership_enterprise sole_proprietorship sole_proprietorship_enterprise "
            "enterprise_legal_person 企业 公司 有限公司 股份有限公司 合伙企业 个人独资企业 "
            "企业法人"
        ),
        "individual_business": words("individual_household self_employed 个体工商户"),
        "cooperative": words(
            "co_operative farmers_cooperative farmers_co_operative professional_cooperative "
            "农民专业合作社 合作社"
        ),
        "public_institution": words("public_institution_legal_person 事业单位"),
        "private_non_enterprise": words(
            "private_non_enterprise_unit social_service_institution 民办非企业单位 社会服务机构"
        ),
        "other": words("social_organisation social_organization foundation 社会团体 基金会 其他"),
    }
)

#: Kinds that are said of a legal form; what such a unit does is not said.
FORMS_OF_KINDS: Final = {
    word: form
    for word, form in FORMS.items()
    if form in ("individual_business", "cooperative", "public_institution")
    or form == "private_non_enterprise"
} | dict.fromkeys(
    words("partnership sole_proprietorship 合伙企业 个人独资企业 partnership_enterprise"),
    "enterprise",
)

#: Who is meant by a word for the applicant: what it says of itself is no attestation.
OF_THE_APPLICANT: Final = words(
    "lead applicant self the_lead the_applicant self_declared self_declaration lead_unit "
    "牵头单位 "
    "申请人 申报单位 自称 自评"
)

#: Words for the body that approves; a policy says what it is called.
OF_THE_BUREAU: Final = words(
    "bureau the_bureau municipal_bureau s&t_bureau s_t_bureau st_bureau municipal_s&t_bureau "
    "municipal_s_t_bureau municipal_science_and_technology_bureau approving_body"
)

#: Words for the bodies that interpret together; a policy says what they are called.
OF_THE_INTERPRETERS: Final = words(
    "four_bodies four_municipal_bodies the_four_bodies the_four_municipal_bodies "
    "interpreting_bodies 四部门 市四部门 四部门联合"
)

#: What a region calls its leadership, without its own name; the format writes the first.
OF_THE_LEADERSHIP: Final = dict.fromkeys(
    words(
        "市委_市政府 市委市政府 市委和市政府 市委_市人民政府 市委_人民政府 "
        "municipal_party_committee_and_government "
        "municipal_party_committee_and_municipal_government"
        "municipal_committee_and_government party_committee_and_government"
    ),
    "市委、市政府",
)

#: What those are called whom a norm is addressed to, by the roles a policy has for them.
ADDRESSEES: Final = {
    "bureau": words("市科技局 bureau municipal_bureau s_t_bureau municipal_s_t_bureau the_bureau"),
    "district": words(
        "区科技主管部门 district district_department district_s_t_department the_district "
        "各区科技主管部门 本区科技主管部门"
    ),
    "lead": words("牵头单位 lead the_lead lead_unit"),
    "members": words("成员单位 members every_member"),
}

#: What another unit may be to one that led before.
RELATIONS: Final = table(
    {
        "subsidiary": words("subsidiary_company wholly_owned_subsidiary controlled_company 子公司"),
        "independent": words(
            "parent parent_company group group_company sister_company shareholder participant "
            "former_participant unrelated none 母公司 集团公司 参与单位"
        ),
        "successor": words(
            "absorbing_company absorbing merged merged_company new_merged_company "
            "company_after_merger divided divided_company company_after_division spin_off "
            "successor_company legal_successor 合并 分立 吸收合并 承继单位"
        ),
    }
)
