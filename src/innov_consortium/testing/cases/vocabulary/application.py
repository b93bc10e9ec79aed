"""What an application and its agreement say."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = ["COOPERATION_AREAS", "FIELDS", "HEADS", "LISTS", "ORGANS"]

FIELDS: Final = table(
    {
        "信创": words(
            "xinchuang it_innovation information_technology_innovation "
            "it_application_innovation "
            "信息技术应用创新"
        ),
        "高端装备": words("high_end_equipment 高端装备制造"),
        "智能科技": words("intelligent_technology intelligent_tech smart_technology"),
        "新能源汽车": words("new_energy_vehicles new_energy_vehicle nev"),
        "生物医药": words("biomedicine biopharma biopharmaceuticals biomedical"),
        "石油化工": words("petrochemicals petrochemical petrochemical_industry"),
        "绿色低碳": words("green_low_carbon green_and_low_carbon low_carbon green_lowcarbon"),
    }
)

LISTS: Final = table(
    {
        "major_scientific_questions": words(
            "scientific_questions major_scientific_problems major_questions 重大科学问题"
        ),
        "key_core_technologies": words("core_technologies key_technologies 关键核心技术"),
        "target_outcomes": words("target_results outcomes target_achievements 目标成果"),
    }
)

HEADS: Final = table(
    {
        "goals": words("construction_goals objectives 建设目标"),
        "tasks": words("division_of_tasks task_division tasks_division 任务分工"),
        "organisation": words("organization organisational_structure 组织机构"),
        "functions": words("main_functions main_duties 主要职责"),
        "rights_and_obligations": words(
            "responsibilities_rights_obligations responsibilities_rights_and_obligations "
            "rights_obligations 责任_权利与义务 各成员单位的责任_权利与义务"
        ),
        "ip_ownership": words(
            "results_and_ip_ownership ownership_of_results_and_ip "
            "intellectual_property_ownership "
            "科技成果和知识产权归属"
        ),
        "licensing_and_income_distribution": words(
            "licensing_and_income licensing_income_distribution 许可使用和转化收益分配办法"
        ),
        "licensing": words("licence licensing_of_results 许可使用"),
        "income_distribution": words("distribution_of_income 转化收益分配 转化收益分配办法"),
        "breach_liability": words("liability_for_breach breach 违约责任 违约责任追究方式"),
    }
)

COOPERATION_AREAS: Final = table(
    {
        "joint_r_and_d": words("r_and_d r&d joint_r&d joint_rd research 技术研发"),
        "commercialisation": words("commercialization transfer 成果转化"),
        "standards": words("standard_setting standards_development 标准制定"),
        "international": words("international_cooperation international_co_operation 国际合作"),
        "branding": words("brand brand_building 品牌建设"),
    }
)

ORGANS: Final = table(
    {
        "decision": words("decision_making decision_maker 决策"),
        "advisory": words("advice consultative consulting advising 咨询"),
        "executive": words("execution executing implementation 执行"),
    }
)
